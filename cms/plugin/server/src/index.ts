import { bootstrap, destroy } from './bootstrap.ts';
import { config } from './config.ts';
import { contentTypes } from './content-types/index.ts';
import { correctionController } from './controllers/correction.ts';
import { feedController } from './controllers/feed.ts';
import { historyController } from './controllers/history.ts';
import { itemController } from './controllers/item.ts';
import { pipelineController } from './controllers/pipeline.ts';
import { reviewController } from './controllers/review.ts';
import { previewController } from './controllers/preview.ts';
import { signInController } from './controllers/sign-in.ts';
import { versionController } from './controllers/version.ts';
import { siteNodePolicy } from './policies/site-node.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';
import { services } from './services/index.ts';

/** What Strapi loads. Typed loosely: the published types must not mention packages that are bundled. */
type Part = (...args: never[]) => unknown;

const plugin: {
  register: Part;
  bootstrap: Part;
  destroy: Part;
  config: { default: object; validator: (merged: unknown) => void };
  contentTypes: object;
  controllers: Record<string, Part>;
  policies: Record<string, Part>;
  routes: object;
  services: Record<string, Part>;
} = {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers: {
    correction: correctionController,
    feed: feedController,
    history: historyController,
    item: itemController,
    pipeline: pipelineController,
    preview: previewController,
    review: reviewController,
    'sign-in': signInController,
    version: versionController,
  },
  policies: { 'site-node': siteNodePolicy },
  routes,
  services,
};

export default plugin;
