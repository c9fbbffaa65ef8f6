import en from './en.json';
import { withInherited } from './inherited';
import strapiAdmin from './strapi/admin.zh-Hans.json';
import strapiContentManager from './strapi/content-manager.zh-Hans.json';
import strapiContentTypeBuilder from './strapi/content-type-builder.zh-Hans.json';
import strapiEmail from './strapi/email.zh-Hans.json';
import strapiI18n from './strapi/i18n.zh-Hans.json';
import strapiUnlisted from './strapi/unlisted.zh-Hans.json';
import strapiUpload from './strapi/upload.zh-Hans.json';
import zhHans from './zh-Hans.json';

/**
 * This plugin's texts in a language of the interface, and the Chinese that Strapi itself lacks. Keys of other plugins are
 * among them, so none gets a prefix.
 */
export function translationsOf(locale: string): { locale: string; data: Record<string, string> } {
  if (locale === 'zh-Hans') return { locale, data: { ...strapiChinese, ...chinese } };
  if (locale === 'en') return { locale, data: { ...english, ...TYPE_NAMES } };
  return { locale, data: {} };
}

/** The last are texts that Strapi asks for without having them in a list, even in English. */
const strapiChinese = {
  ...strapiAdmin,
  ...strapiContentManager,
  ...strapiContentTypeBuilder,
  ...strapiEmail,
  ...strapiI18n,
  ...strapiUpload,
  ...strapiUnlisted,
};

const chinese = withInherited(zhHans);
const english = withInherited(en);

/** The content manager looks a type's name up as a translation, and the schemas' names are Chinese. */
const TYPE_NAMES = {
  公开事项: 'Items',
  权力事项: 'Powers',
  办事指南: 'Service guides',
  廉政风险点: 'Risk points',
  公开目录: 'Catalogue',
  机构: 'Organs',
  审核流程: 'Review chains',
};
