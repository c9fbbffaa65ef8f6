import { defineConfig } from 'astro/config';
import disclosure from 'astro-disclosure';

/** A department that shares nothing with the demo: an English interface, colours and an emblem of its own, no tasks. */
export default defineConfig({
  integrations: [
    disclosure({
      organ: { zh: '湖滨市林业局', en: 'Lakeside Forestry Bureau' },
      title: 'Public records',
      locale: 'en',
      emblem: '/emblem.svg',
      favicon: '/emblem.svg',
      customCss: ['./src/brand.css'],
      siteIdCode: 'bm14000002',
      contact: { phone: '000-0000000', email: 'records@lakeside.example' },
      strings: { 'home.heading': 'Records of the forest' },
    }),
  ],
});
