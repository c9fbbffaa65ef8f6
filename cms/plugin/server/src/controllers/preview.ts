import type { Core } from '@strapi/strapi';
import type { PreviewRow } from '../content-types/rows.ts';
import { servicesOf } from '../services/index.ts';
import type { Context } from './koa.ts';

/**
 * Nothing of a preview runs, and nothing of it acts in the name of the CMS: it is shown from an origin that is nobody's.
 * Links open windows of their own, files may be saved.
 */
const SANDBOX = 'sandbox allow-popups allow-popups-to-escape-sandbox allow-downloads';
const PAGE_POLICY = `${SANDBOX}; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
const FILE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** What is shown in the page; everything else is saved to disk. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What lies behind a private address. The address is the only credential: a frame and a new window send no other. */
export const previewController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { previews } = servicesOf(strapi);

  async function withPreview(ctx: Context, show: (preview: PreviewRow) => Promise<void>): Promise<void> {
    protect(ctx, FILE_POLICY);
    const found = await previews.find(ctx.params['token'] ?? '');
    if (typeof found === 'object') return show(found);
    ctx.status = found === 'expired' ? 410 : 404;
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = GONE_PAGE;
  }

  return {
    page: (ctx: Context) =>
      withPreview(ctx, async ({ html }) => {
        // Addresses in the page begin here.
        if (!ctx.path.endsWith('/')) {
          ctx.status = 302;
          ctx.set('Location', `${ctx.path}/`);
          return;
        }
        protect(ctx, PAGE_POLICY);
        ctx.type = 'text/html; charset=utf-8';
        ctx.body = html;
      }),

    file: (ctx: Context) =>
      withPreview(ctx, async (preview) => {
        const name = ctx.params['fileName'] ?? '';
        const file = await previews.file(preview, name);
        if (file === null) return missing(ctx);
        const isShown = SHOWN.has(file.mime);
        ctx.type = isShown ? file.mime : 'application/octet-stream';
        ctx.set('Content-Disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${headerText(name)}`);
        ctx.body = file.bytes;
      }),

    asset: (ctx: Context) =>
      withPreview(ctx, async (preview) => {
        const asset = await previews.asset(preview, `/${ctx.params['path'] ?? ''}`);
        if (asset === null) return missing(ctx);
        ctx.type = asset.contentType;
        ctx.body = asset.body;
      }),
  };
};

function protect(ctx: Context, policy: string): void {
  ctx.set('Content-Security-Policy', policy);
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Robots-Tag', 'noindex, nofollow');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('X-Content-Type-Options', 'nosniff');
  // The page's own origin is nobody's, so its styles and fonts come from another one.
  ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
  ctx.set('Access-Control-Allow-Origin', '*');
}

function missing(ctx: Context): void {
  ctx.status = 404;
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = '预览中没有这个文件。\nThe preview has no such file.\n';
}

/** As RFC 8187 wants it. */
function headerText(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

const GONE_PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>预览已失效</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 1.0625rem/1.7 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; margin: 0 auto; max-width: 34rem; padding: 12vh 1.5rem; }
      h1 { font-size: 1.5rem; line-height: 1.3; }
      [lang='en'] { border-top: 1px solid #8888; margin-top: 2rem; padding-top: 1rem; }
    </style>
  </head>
  <body>
    <h1>预览已失效</h1>
    <p>预览的网址只在半小时内有效。请回到后台，再点一次“预览”。</p>
    <div lang="en">
      <h2>This preview is no longer there</h2>
      <p>The address of a preview is valid for half an hour. Go back to the panel and choose “Preview” once more.</p>
    </div>
  </body>
</html>
`;
