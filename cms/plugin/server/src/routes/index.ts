import { ITEM, PERMISSIONS } from '../plugin-id.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function forAdministrators(method: Method, path: string, handler: string, action: string | readonly [string, string]) {
  return {
    method,
    path,
    handler,
    config: {
      policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }],
    },
  };
}

function forSiteNodes(method: Method, path: string, handler: string) {
  return { method, path, handler, config: { auth: false, policies: ['plugin::disclosure.site-node'] } };
}

const READS_ITEMS = ['plugin::content-manager.explorer.read', ITEM] as const;
const CHANGES_ITEMS = ['plugin::content-manager.explorer.update', ITEM] as const;
const PUBLISHES_ITEMS = ['plugin::content-manager.explorer.publish', ITEM] as const;

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      forAdministrators('GET', '/status', 'pipeline.status', PERMISSIONS.readPipeline),
      forAdministrators('GET', '/changes', 'pipeline.changes', PERMISSIONS.readPipeline),
      forAdministrators('POST', '/nodes', 'pipeline.createNode', PERMISSIONS.managePipeline),
      forAdministrators('PUT', '/nodes/:documentId', 'pipeline.updateNode', PERMISSIONS.managePipeline),
      forAdministrators('DELETE', '/nodes/:documentId', 'pipeline.removeNode', PERMISSIONS.managePipeline),
      forAdministrators('POST', '/nodes/:documentId/nudge', 'pipeline.nudgeNode', PERMISSIONS.managePipeline),
      forAdministrators('GET', '/items/:documentId/publication', 'item.publication', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/nodes/:nodeId/nudge', 'item.nudgeNode', PUBLISHES_ITEMS),
      forAdministrators('POST', '/items/:documentId/withdraw', 'item.withdraw', PERMISSIONS.withdraw),
      forAdministrators('GET', '/items/:documentId/reviews', 'review.ofItem', READS_ITEMS),
      forAdministrators('GET', '/items/:documentId/draft', 'review.draft', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/reviews', 'review.submit', CHANGES_ITEMS),
      forAdministrators('POST', '/items/:documentId/withdrawals', 'review.submitWithdrawal', CHANGES_ITEMS),
      forAdministrators('GET', '/reviews', 'review.desk', READS_ITEMS),
      forAdministrators('POST', '/reviews/:reviewId/decisions', 'review.decide', PERMISSIONS.review),
      forAdministrators('POST', '/reviews/:reviewId/cancel', 'review.cancel', CHANGES_ITEMS),
      forAdministrators('PUT', '/reviews/:reviewId/plan', 'review.plan', PUBLISHES_ITEMS),
      forAdministrators('GET', '/people', 'review.people', PERMISSIONS.manageReview),
      forAdministrators('GET', '/review-roles', 'review.roles', PERMISSIONS.manageReview),
      forAdministrators('PUT', '/people/:userId/sections', 'review.assign', PERMISSIONS.manageReview),
      forAdministrators('POST', '/stand-ins', 'review.addStandIn', PERMISSIONS.manageReview),
      forAdministrators('DELETE', '/stand-ins/:documentId', 'review.removeStandIn', PERMISSIONS.manageReview),
    ],
  },
  'content-api': {
    type: 'content-api',
    routes: [
      forSiteNodes('GET', '/changes', 'feed.changes'),
      forSiteNodes('GET', '/snapshot', 'feed.snapshot'),
      forSiteNodes('GET', '/files/:sha256', 'feed.file'),
      forSiteNodes('POST', '/receipts', 'feed.receipts'),
    ],
  },
};
