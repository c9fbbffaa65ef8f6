import { z } from 'zod';
import { COMPONENT_NAMES } from './component-names.ts';
import { STRING_KEYS } from './strings.ts';

const address = z
  .string()
  .regex(/^(?:\/(?!\/)|https?:\/\/|mailto:|tel:|#)/, 'not an address: begin with "/", "https://", "mailto:" or "tel:"');

const link = z.strictObject({
  /** What readers see. */
  label: z.string().min(1),
  /** A path on this site, such as `/catalogue/guide/`, or a complete address elsewhere. */
  href: address,
});

export const optionsSchema = z.strictObject({
  /** Full official name of the organ, as the law asks for it: no abbreviation. */
  organ: z.strictObject({
    /** In Chinese: authoritative, and used wherever the interface has no other. */
    zh: z.string().min(1),
    /** In English, for sites whose interface is English. */
    en: z.string().min(1).optional(),
  }),

  /** Name of this part of the organ's site; stands above the organ's name. By default 政府信息公开. */
  title: z.string().min(1).optional(),

  /** Language of the interface. Documents keep the language they were written in. */
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),

  /** 政府网站标识码: ten digits, or `bm` and eight digits. Printed in the footer and in the `SiteIDCode` tag. */
  siteIdCode: z
    .string()
    .regex(/^(?:\d{10}|bm\d{8})$/, 'not a website identification code: ten digits, or "bm" and eight digits')
    .optional(),

  /** ICP备案号, such as `皖ICP备00000000号-1`. */
  icp: z
    .string()
    .regex(/^[\u4e00-\u9fa5]ICP备\d{8,10}号(?:-\d+)?$/, 'not an ICP record number, such as "皖ICP备00000000号"')
    .optional(),

  /** 公安备案号, such as `皖公网安备 00000000000000号`. */
  policeRecord: z
    .string()
    .regex(
      /^[\u4e00-\u9fa5]公网安备\s?\d{14}号?$/,
      'not a public-security record number, such as "皖公网安备 00000000000000号"',
    )
    .optional(),

  /** Address of the organ's entry in the register of party and government websites (党政机关网站标识). */
  conac: z.url('not a complete address').optional(),

  /** 主办单位, when it is not the organ itself. */
  hostOrgan: z.string().min(1).optional(),

  /** 承办单位, which runs the site. */
  undertaker: z.string().min(1).optional(),

  /** How to reach those who keep the site. */
  contact: z
    .strictObject({
      /** Telephone, as it is to be read. */
      phone: z.string().min(1).optional(),
      /** E-mail address. */
      email: z.email('not an e-mail address').optional(),
      /** Postal address. */
      address: z.string().min(1).optional(),
      /** When the telephone is answered. */
      hours: z.string().min(1).optional(),
    })
    .default({}),

  /** Where to report a weakness of the site: `/.well-known/security.txt` says it (RFC 9116). Without it there is no such file. */
  securityContact: z
    .string()
    .regex(/^(?:https:\/\/|mailto:|tel:)/, 'not a contact: begin with "https://", "mailto:" or "tel:"')
    .optional(),

  /** Main navigation, after the home page. By default: catalogue, powers, services, organs, search. */
  navigation: z.array(link).default([]),

  /** Where people apply for information that is not published (依申请公开). Notices of such information lead there. */
  apply: address.optional(),

  /** Licence under which what is published may be used again: stands in catalogue and description of the data. */
  licence: z
    .strictObject({
      /** Its name, such as `CC BY 4.0`. */
      name: z.string().min(1),
      /** Complete address of its text. */
      url: z.url('not a complete address'),
    })
    .optional(),

  /** What people come for, in their words: links at the top of the home page. One that leads to an item is left out while that is not public. */
  tasks: z.array(link).default([]),

  /** Codes of the top-level categories listed as statutory sections on the home page. By default all of them. */
  statutory: z.array(z.string().min(1)).default([]),

  /** Links of the footer, before the legal lines. */
  footerLinks: z.array(link).default([]),

  /** A line above everything, for instance that the site shows invented data. */
  notice: z.string().min(1).optional(),

  /** Picture before the organ's name, a path below `public/`. Without one a plain building is drawn. */
  emblem: address.optional(),

  /** Icon of the browser tab, a path below `public/`. */
  favicon: address.optional(),

  /** Own style sheets, loaded after the theme's: paths below the project, or package files. */
  customCss: z.array(z.string().min(1)).default([]),

  /** Own components in the place of the theme's: name to path below the project, or package file. */
  components: z.partialRecord(z.enum(COMPONENT_NAMES), z.string().min(1)).default({}),

  /** Own wording in the place of the theme's: key of `translations/zh-CN.json` to text. */
  strings: z.partialRecord(z.enum(STRING_KEYS), z.string()).default({}),
});

/** What a site writes. */
export type UserOptions = z.input<typeof optionsSchema>;

/** What the theme reads. */
export type Options = z.output<typeof optionsSchema>;

/** Options as pages see them: without what only the build needs. */
export type PageOptions = Omit<Options, 'components' | 'customCss'>;

/** Throws with one line per wrong key. */
export function parseOptions(input: unknown): Options {
  const { data, error } = optionsSchema.safeParse(input);
  if (!error) return data;

  const problems = error.issues.map((issue) => `  ${issue.path.join('.') || '(top level)'}: ${issue.message}`);
  throw new Error(
    ['Cannot build the site: the options of disclosure() in astro.config are wrong', ...problems].join('\n'),
  );
}
