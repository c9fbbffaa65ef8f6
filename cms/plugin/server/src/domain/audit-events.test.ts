import { describe, expect, test } from 'vitest';
import { auditEventsOf, commandEventOf, tokenEventsOf } from './audit-events.ts';

const user = { id: 3, email: 'wang@example.test', firstname: '芳', isActive: true, roles: [{ id: 2 }, { id: 1 }] };

describe('auditEventsOf()', () => {
  test.each([
    ['admin.auth.success', { user, provider: 'local' }, [{ event: 'signed_in', subject: 'user:3', detail: {} }]],
    ['admin.logout', { user }, [{ event: 'signed_out', subject: 'user:3', detail: {} }]],
    [
      'user.create',
      { user },
      [{ event: 'user_created', subject: 'user:3', detail: { isActive: true, roles: [1, 2] } }],
    ],
    [
      'user.delete',
      { users: [user, { ...user, id: 4 }] },
      [{ subject: 'user:3' }, { event: 'user_deleted', subject: 'user:4' }],
    ],
    [
      'role.update',
      { role: { id: 2, name: '信息员', code: 'strapi-editor' } },
      [{ event: 'role_updated', subject: 'role:2', detail: { code: 'strapi-editor' } }],
    ],
    ['media.update', { media: { id: 9, name: 'a.pdf' } }, [{ event: 'file_updated', subject: 'file:9', detail: {} }]],
    ['media-folder.delete', { folders: [{ id: 5 }] }, [{ event: 'folder_deleted', subject: 'folder:5' }]],
  ])('reads %s', (name, payload, events) => {
    expect(auditEventsOf(name, payload)).toMatchObject(events);
  });

  test('puts the permissions of one role into one event', () => {
    const permissions = [
      { action: 'b.read', subject: 'plugin::disclosure.item', role: { id: 2 } },
      { action: 'a.read', subject: null, role: 2 },
      { action: 'c.read', subject: null, role: 3 },
    ];
    expect(auditEventsOf('permission.create', { permissions })).toEqual([
      {
        event: 'permission_created',
        subject: 'role:2',
        detail: { permissions: ['a.read', 'b.read plugin::disclosure.item'] },
      },
      { event: 'permission_created', subject: 'role:3', detail: { permissions: ['c.read'] } },
    ]);
    expect(auditEventsOf('permission.delete', { permissions: [] })).toEqual([]);
  });

  test('takes permissions of nobody for those of the role that the request is about', () => {
    const permissions = [{ action: 'a.read', subject: null }];
    expect(auditEventsOf('permission.delete', { permissions }, '5')).toMatchObject([{ subject: 'role:5' }]);
    expect(auditEventsOf('permission.delete', { permissions })).toMatchObject([{ subject: null }]);
  });

  test('keeps nothing of what was typed at a failed sign-in, and no e-mail address of anybody', () => {
    const error = new Error('Invalid credentials for wang@example.test');
    expect(auditEventsOf('admin.auth.error', { error, provider: 'local' })).toEqual([
      { event: 'sign_in_failed', subject: null, detail: {} },
    ]);
    expect(JSON.stringify(auditEventsOf('user.update', { user }))).not.toContain('@');
  });

  test.each(['entry.create', 'media.move', 'content-type.create', 'x', ''])('tells nothing of %s', (name) => {
    expect(auditEventsOf(name, { entry: { id: 1 } })).toEqual([]);
  });

  test.each([undefined, null, 7, 'text', {}, { user: null }, { user: [] }])('survives the payload %j', (payload) => {
    for (const name of ['user.create', 'role.delete', 'permission.update', 'media.delete', 'admin.logout']) {
      expect(() => auditEventsOf(name, payload)).not.toThrow();
    }
  });
});

describe('commandEventOf()', () => {
  test.each([
    'export',
    'import',
    'transfer',
    'console',
    'admin:reset-password',
    'config:dump',
    'configuration:restore',
  ])('tells of strapi %s, and nothing of what was given to it', (command) => {
    const argv = ['/usr/bin/node', '/srv/cms/node_modules/.bin/strapi', command, '--password', 'secret'];
    expect(commandEventOf(argv)).toEqual({ event: 'command_run', subject: null, detail: { command } });
  });

  test.each([
    ['/srv/node_modules/@strapi/strapi/bin/strapi.js', 'start'],
    ['/srv/node_modules/@strapi/strapi/bin/strapi.js', 'develop'],
    ['/srv/server.js', 'export'],
    ['/srv/node_modules/.bin/strapi'],
    [],
  ])('tells nothing of %j', (...argv) => {
    expect(commandEventOf(['/usr/bin/node', ...argv])).toBeNull();
  });
});

describe('tokenEventsOf()', () => {
  const token = { id: 8, name: '统计', accessKey: 'secret' };

  test.each([
    [{ action: 'afterCreate', data: token, result: token }, 'api_token_created'],
    [{ action: 'afterUpdate', data: { accessKey: 'secret' }, result: token }, 'api_token_updated'],
    [{ action: 'afterDelete', data: undefined, result: token }, 'api_token_deleted'],
  ])('reads %o', (write, event) => {
    const events = tokenEventsOf('admin::api-token', write);
    expect(events).toMatchObject([{ event, subject: 'api_token:8' }]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  test('counts what is deleted together', () => {
    const write = { action: 'afterDeleteMany', data: undefined, result: { count: 2 } };
    expect(tokenEventsOf('admin::transfer-token', write)).toEqual([
      { event: 'transfer_token_deleted', subject: null, detail: { count: 2 } },
    ]);
    expect(tokenEventsOf('admin::api-token', { ...write, result: { count: 0 } })).toEqual([]);
  });

  test('tells nothing of a token that was used', () => {
    const write = { action: 'afterUpdate', data: { lastUsedAt: new Date() }, result: token };
    expect(tokenEventsOf('admin::api-token', write)).toEqual([]);
  });
});
