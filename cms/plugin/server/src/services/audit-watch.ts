import { AsyncLocalStorage } from 'node:async_hooks';
import { userInfo } from 'node:os';
import type { Core } from '@strapi/strapi';
import {
  auditEventsOf,
  commandEventOf,
  TOKEN_TABLES,
  tokenEventsOf,
  type Actor,
  type AuditEvent,
} from '../domain/audit-events.ts';
import { currentAuditActor, roleOfRequest, watchTables } from '../strapi-access.ts';
import type { Audit } from './audit.ts';

type TokenTable = keyof typeof TOKEN_TABLES;

/**
 * Puts into the audit log what happens outside the gate and is told by Strapi: sign-ins, accounts, roles, permissions,
 * tokens, the media library. Entries are written one after the other when what they tell of is done, in transactions of
 * their own: a request neither waits for them nor fails with them, and what the process has not written when it is killed
 * is lost.
 */
export const createAuditWatch = ({ strapi, audit }: { strapi: Core.Strapi; audit: Audit }) => {
  // Outside the transaction and the request of whoever tells.
  const apart = AsyncLocalStorage.snapshot();
  let tail: Promise<void> = Promise.resolve();

  function append(event: AuditEvent, actor: Actor | null): void {
    tail = tail
      .then(() => apart(() => audit.record(event, actor)))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.name : typeof error;
        strapi.log.error(`Cannot record "${event.event}" of ${event.subject ?? 'nobody'} in the audit log: ${reason}`);
      });
  }

  function appendAll(events: readonly AuditEvent[]): void {
    if (events.length === 0) return;
    const actor = currentAuditActor(strapi);
    const add = () => events.forEach((event) => append(event, actor));
    if (strapi.db.inTransaction()) void strapi.db.transaction(({ onCommit }) => onCommit(add));
    else add();
  }

  /** A listener that throws would keep the event from those that come after it. */
  function listening<Told extends unknown[]>(read: (...told: Told) => readonly AuditEvent[]): (...told: Told) => void {
    return (...told) => {
      try {
        appendAll(read(...told));
      } catch (error) {
        strapi.log.error(
          `Cannot read an event for the audit log: ${error instanceof Error ? error.name : typeof error}`,
        );
      }
    };
  }

  return {
    /**
     * Where this process is a command of Strapi that goes past every request, enters that before the command does anything,
     * with the machine's name for who runs it.
     */
    async recordCommand(argv: readonly string[]): Promise<void> {
      const event = commandEventOf(argv);
      if (event !== null) await audit.record(event, { id: `system:${userInfo().username}`, name: null });
    },

    start(): void {
      const read = (name: string, payload: unknown) => auditEventsOf(name, payload, roleOfRequest(strapi));
      strapi.eventHub.subscribe(listening(read) as never);
      watchTables(
        strapi,
        Object.keys(TOKEN_TABLES),
        listening(({ action, model, params, result }) =>
          tokenEventsOf(model.uid as TokenTable, { action, data: params.data, result }),
        ),
      );
    },

    /** When everything that was told so far has been written. */
    async settled(): Promise<void> {
      for (let seen: Promise<void> | null = null; seen !== tail;) {
        seen = tail;
        await seen;
      }
    },
  };
};

export type AuditWatch = ReturnType<typeof createAuditWatch>;
