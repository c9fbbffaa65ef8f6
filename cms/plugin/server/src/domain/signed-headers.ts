import { createHmac } from 'node:crypto';
import { NUDGE_HEADERS, nudgeSignedText } from 'disclosure-contract';

/** Headers of a JSON body for a site node, signed with the node's key. */
export function signedHeaders(keyHex: string, body: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(keyHex, 'hex');
  const signature = createHmac('sha256', key).update(nudgeSignedText(timestamp, body)).digest('hex');
  return {
    'content-type': 'application/json',
    [NUDGE_HEADERS.timestamp]: timestamp,
    [NUDGE_HEADERS.signature]: `v1=${signature}`,
  };
}
