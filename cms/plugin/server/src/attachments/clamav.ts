import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** Where the scanner listens. */
export type ClamavAddress = { readonly socket: string } | { readonly host: string; readonly port: number };

/** What the scanner says of one file. */
export type Scan = { readonly state: 'clean' } | { readonly state: 'infected'; readonly virus: string };

/** The scanner is configured and gave no verdict: it does not answer, or could not take the file. */
export class ScannerError extends Error {
  override readonly name = 'ScannerError';
}

/** How long the scanner may be silent. */
const SILENCE_MS = 30_000;
const LONGEST_REPLY = 4096;

/** Scans a file through `clamd`'s INSTREAM command. Throws a `ScannerError` where there is no verdict. */
export async function scanForViruses(address: ClamavAddress, bytes: Readable): Promise<Scan> {
  const socket = 'socket' in address ? connect(address.socket) : connect(address.port, address.host);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('no answer')));
  try {
    const reply = replyOf(socket);
    // Heard of below; here only kept from being an unheard rejection while the file is still being sent.
    reply.catch(() => undefined);
    await Promise.race([send(socket, bytes), reply]);
    return verdictIn(await reply);
  } catch (cause) {
    throw cause instanceof ScannerError ? cause : new ScannerError('Cannot reach the virus scanner', { cause });
  } finally {
    socket.destroy();
    bytes.destroy();
  }
}

/** Chunks with their lengths in front, and one of length zero as the end. */
async function send(socket: Socket, bytes: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes as AsyncIterable<Buffer>)
    await write(socket, Buffer.concat([lengthOf(chunk), chunk]));
  await write(socket, Buffer.alloc(4));
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    socket.write(bytes, (error) => (error ? fail(error) : done()));
  });
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let reply = '';
    socket.on('data', (piece: Buffer) => {
      reply += piece.toString('utf8');
      if (reply.includes('\0') || reply.length > LONGEST_REPLY) done(reply);
    });
    socket.once('end', () => done(reply));
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('connection closed')));
  });
}

function verdictIn(reply: string): Scan {
  const text = reply.replaceAll('\0', '').trim();
  if (/^stream: OK$/.test(text)) return { state: 'clean' };
  const virus = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (virus !== undefined) return { state: 'infected', virus };
  throw new ScannerError(`Cannot scan this file: the scanner answered "${text.slice(0, 100)}"`);
}
