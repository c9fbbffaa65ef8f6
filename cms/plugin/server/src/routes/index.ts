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

/** For everyone who is signed in, about themselves. */
function forOneself(method: Method, path: string, handler: string) {
  return { method, path, handler, config: { policies: ['admin::isAuthenticatedAdmin'] } };
}

/** For whoever is signing in: the challenge in the body says who that is. */
function forSignIn(path: string, handler: string) {
  return { method: 'POST', path: `/sign-in${path}`, handler, config: { auth: false } };
}

function forSiteNodes(method: Method, path: string, handler: string) {
  return { method, path, handler, config: { auth: false, policies: ['plugin::disclosure.site-node'] } };
}

/** The token in the address is the credential. */
function forWhoeverHasTheAddress(path: string, handler: string) {
  return { method: 'GET' as const, path, handler, config: { auth: false } };
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
      forAdministrators('GET', '/addresses/:slug', 'history.address', PERMISSIONS.readPipeline),
      forAdministrators('POST', '/nodes', 'pipeline.createNode', PERMISSIONS.managePipeline),
      forAdministrators('PUT', '/nodes/:documentId', 'pipeline.updateNode', PERMISSIONS.managePipeline),
      forAdministrators('DELETE', '/nodes/:documentId', 'pipeline.removeNode', PERMISSIONS.managePipeline),
      forAdministrators('POST', '/nodes/:documentId/nudge', 'pipeline.nudgeNode', PERMISSIONS.managePipeline),
      forAdministrators('GET', '/nodes/:documentId/inspection', 'pipeline.inspection', PERMISSIONS.readPipeline),
      forAdministrators('POST', '/nodes/:documentId/inspect', 'pipeline.inspectNode', PERMISSIONS.managePipeline),
      forAdministrators('GET', '/items/:documentId/publication', 'item.publication', READS_ITEMS),
      forAdministrators('GET', '/items/:documentId/findings', 'item.findings', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/nodes/:nodeId/nudge', 'item.nudgeNode', PUBLISHES_ITEMS),
      forAdministrators('POST', '/items/:documentId/preview', 'item.preview', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/withdraw', 'item.withdraw', PERMISSIONS.withdraw),
      forAdministrators('GET', '/items/:documentId/reviews', 'review.ofItem', READS_ITEMS),
      forAdministrators('GET', '/items/:documentId/draft', 'review.draft', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/reviews', 'review.submit', CHANGES_ITEMS),
      forAdministrators('POST', '/items/:documentId/withdrawals', 'review.submitWithdrawal', CHANGES_ITEMS),
      forAdministrators('GET', '/reviews', 'review.desk', READS_ITEMS),
      forAdministrators('POST', '/reviews/:reviewId/decisions', 'review.decide', PERMISSIONS.review),
      forAdministrators('POST', '/reviews/:reviewId/second-looks', 'review.lookAgain', PERMISSIONS.review),
      forAdministrators('POST', '/reviews/:reviewId/cancel', 'review.cancel', CHANGES_ITEMS),
      forAdministrators('PUT', '/reviews/:reviewId/plan', 'review.plan', PUBLISHES_ITEMS),
      forAdministrators('GET', '/people', 'review.people', PERMISSIONS.manageReview),
      forAdministrators('GET', '/review-roles', 'review.roles', PERMISSIONS.manageReview),
      forAdministrators('PUT', '/people/:userId/sections', 'review.assign', PERMISSIONS.manageReview),
      forAdministrators('POST', '/stand-ins', 'review.addStandIn', PERMISSIONS.manageReview),
      forAdministrators('DELETE', '/stand-ins/:documentId', 'review.removeStandIn', PERMISSIONS.manageReview),
      forWhoeverHasTheAddress('/previews/:token', 'preview.page'),
      forWhoeverHasTheAddress('/previews/:token/files/:fileName', 'preview.file'),
      forWhoeverHasTheAddress('/previews/:token/assets/:path(.*)', 'preview.asset'),
      forSignIn('/code', 'sign-in.code'),
      forSignIn('/password', 'sign-in.password'),
      forSignIn('/enrolment', 'sign-in.beginEnrolment'),
      forSignIn('/enrolment/confirm', 'sign-in.confirmEnrolment'),
      forOneself('GET', '/sign-in/own', 'sign-in.own'),
      forOneself('POST', '/sign-in/own/second-factor', 'sign-in.beginOwn'),
      forOneself('POST', '/sign-in/own/second-factor/confirm', 'sign-in.confirmOwn'),
      forOneself('POST', '/sign-in/own/second-factor/remove', 'sign-in.removeOwn'),
      forOneself('POST', '/sign-in/own/recovery-codes', 'sign-in.renewRecoveryCodes'),
      forAdministrators('GET', '/sign-in/accounts', 'sign-in.everyone', PERMISSIONS.manageSignIn),
      forAdministrators('POST', '/sign-in/accounts/:id/unlock', 'sign-in.unlock', PERMISSIONS.manageSignIn),
      forAdministrators(
        'POST',
        '/sign-in/accounts/:id/second-factor/reset',
        'sign-in.resetSecondFactor',
        PERMISSIONS.manageSignIn,
      ),
      forAdministrators('GET', '/items/:documentId/versions', 'version.list', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/versions', 'version.keepUnsaved', CHANGES_ITEMS),
      forAdministrators('GET', '/items/:documentId/versions/:id', 'version.get', READS_ITEMS),
      forAdministrators('GET', '/items/:documentId/versions/:id/difference', 'version.difference', READS_ITEMS),
      forAdministrators('POST', '/items/:documentId/versions/:id/restore', 'version.restore', CHANGES_ITEMS),
      forAdministrators('POST', '/items/:documentId/presence', 'version.notePresence', READS_ITEMS),
      forAdministrators('DELETE', '/items/:documentId/presence', 'version.leave', READS_ITEMS),
    ],
  },
  'content-api': {
    type: 'content-api',
    routes: [
      forSiteNodes('GET', '/changes', 'feed.changes'),
      forSiteNodes('GET', '/snapshot', 'feed.snapshot'),
      forSiteNodes('GET', '/files/:sha256', 'feed.file'),
      forSiteNodes('POST', '/receipts', 'feed.receipts'),
      forSiteNodes('GET', '/corrections/key', 'correction.key'),
      forSiteNodes('POST', '/corrections', 'correction.take'),
    ],
  },
};
