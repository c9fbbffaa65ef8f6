// @ts-nocheck It wraps a function of better-sqlite3, which has no types here.
// Loaded into the CMS (NODE_OPTIONS=--require): ends the process, as a power cut would, at the moment that the file named by
// KILL_ORDER says, and writes down which of the plugin's tables were written to until then, and when that was committed.
const { appendFileSync, readFileSync } = require('node:fs');
const Module = require('node:module');

const file = process.env.KILL_ORDER;
const WRITE = /^\s*(insert into|update|delete from)\s+[`"]disclosure_(\w+)[`"]/i;
// What sites and browsers report at any time is no part of what somebody does.
const APART = /^(?:receipts|site_nodes|incidents|presences|sign_in_\w+)$/;

let known = '';
let counts = { write: 0, commit: 0 };
let isOpen = false;
let isDirty = false;

function order() {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // Nothing is ordered.
  }
  if (text !== known) counts = { write: 0, commit: 0 };
  known = text;
  return text === '' ? null : JSON.parse(text);
}

function end() {
  process.kill(process.pid, 'SIGKILL');
}

/** Says what is about to run, and gives the statement, which ends the process before or after it runs if so ordered. */
function met(kind, { trace, kill }, line, prepared) {
  counts[kind] += 1;
  const isDue = kill !== null && kill.what === kind && kill.nth === counts[kind];
  if (isDue && kill.when === 'before') end();
  appendFileSync(trace, `${line}\n`);
  return isDue ? endingAfter(prepared) : prepared;
}

function endingAfter(statement) {
  for (const name of ['run', 'all']) {
    const act = statement[name];
    statement[name] = (...args) => {
      act.apply(statement, args);
      end();
    };
  }
  return statement;
}

function watched(prepare) {
  return function (sql, ...rest) {
    const statement = prepare.call(this, sql, ...rest);
    if (/^BEGIN/i.test(sql)) [isOpen, isDirty] = [true, false];
    if (/^ROLLBACK;/i.test(sql)) isOpen = false;
    const isCommit = /^COMMIT/i.test(sql);
    if (isCommit) isOpen = false;
    const [, verb, table] = WRITE.exec(sql) ?? [];
    const isWrite = table !== undefined && !APART.test(table);
    if (!isWrite && !(isCommit && isDirty)) return statement;
    const ordered = order();
    isDirty = isWrite;
    if (ordered === null) return statement;
    if (isCommit) return met('commit', ordered, 'commit', statement);
    const written = met('write', ordered, `${verb.toLowerCase()} ${table}`, statement);
    // Outside of a transaction, each write is committed by itself.
    return isOpen ? written : met('commit', ordered, 'commit', written);
  };
}

if (file) {
  const load = Module._load;
  Module._load = function (request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    if (request === 'better-sqlite3' && !loaded.isWatched) {
      loaded.isWatched = true;
      loaded.prototype.prepare = watched(loaded.prototype.prepare);
    }
    return loaded;
  };
}
