import { defineConfig } from 'astro/config';
import disclosure from 'astro-disclosure';

/** The theme as it comes, with one page of its own: every component in every state. */
export default defineConfig({
  integrations: [
    disclosure({
      organ: { zh: '样例市住房和城乡建设局', en: 'Housing Bureau of Sample' },
      title: '组件一览',
      siteIdCode: '3416000000',
      contact: { phone: '000-0000000', address: '样例市人民路 1 号' },
      tasks: [
        { label: '我要申请公租房', href: '/search?q=公租房' },
        { label: '办理施工许可证', href: '/search?q=施工许可' },
      ],
      customCss: ['./src/specimen.css'],
    }),
  ],
});
