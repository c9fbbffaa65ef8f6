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

const READS_ITEMS = ['plugin::content-manager.explorer.read', ITEM] as const;
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
