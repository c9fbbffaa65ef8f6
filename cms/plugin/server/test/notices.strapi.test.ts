import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { dayInChina } from 'disclosure-contract';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { WITHHELD } from './support/people.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

interface Received {
  readonly to: string;
  /** As it came over the wire. */
  readonly source: string;
  /** As its reader sees it. */
  readonly words: string;
}

const letters: Received[] = [];
let server: SMTPServer;
let cms: RunningCms;
let department: Department;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        void PostalMime.parse(source).then(({ subject, text }) => {
          const words = `${subject}\n${text}`;
          for (const { address } of session.envelope.rcptTo) letters.push({ to: address, source, words });
          done();
        }, done);
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'disclosure@example.test' });
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(async () => {
  delete process.env['SMTP_URL'];
  delete process.env['MAIL_FROM'];
  await cms.stop();
  await new Promise<void>((done) => server.close(() => done()));
});

const sent = () => department.service('notices')['idle']!();

test('whose turn it is and whoever submitted are told by mail, and nothing of the content leaves in a letter', async () => {
  const { staff, reviews } = department;
  const documentId = await department.draft({ title: '绝不能出现在邮件里' });
  const review = await reviews.submit({ documentId }, staff.officer);
  await sent();
  expect(letters.map(({ to }) => to)).toEqual([staff.confidentialityReviewer.email]);

  await reviews.decide(review.documentId, staff.confidentialityReviewer, {
    verdict: 'return',
    opinion: '请改',
    contentHash: review.contentHash,
  });
  await sent();
  expect(letters.map(({ to }) => to)).toEqual([staff.confidentialityReviewer.email, staff.officer.email]);
  for (const letter of letters) {
    expect(letter.words).toContain(`/plugins/disclosure/reviews/${documentId}`);
    expect(letter.source + letter.words).not.toContain('绝不能');
  }
});

test('on its day, a decision not to publish is told of by mail to who answers for it, once', async () => {
  const { staff, reviews } = department;
  const documentId = await department.draft({ title: '绝不能出现在邮件里' });
  const review = await reviews.submit({ documentId }, staff.officer);
  await reviews.decide(review.documentId, staff.confidentialityReviewer, {
    confidentiality: WITHHELD,
    contentHash: review.contentHash,
  });
  await sent();
  letters.length = 0;
  await department.service('review-watch')['remind']!();
  await sent();
  expect(letters).toEqual([]);

  const day = { where: { item: documentId }, data: { reviewAgainOn: dayInChina(new Date().toISOString()) } };
  await cms.strapi.db.query('plugin::disclosure.review' as never).updateMany(day as never);
  await Promise.all([1, 2].map(() => department.service('review-watch')['remind']!()));
  await sent();
  expect(letters.map(({ to }) => to)).toEqual([staff.confidentialityReviewer.email]);
  const letter = letters[0]?.words;
  expect(letter).toContain(`/plugins/disclosure/reviews/${documentId}`);
  expect(letter).not.toContain('绝不能');
});

test('a mail server that is gone holds nothing up', async () => {
  await new Promise<void>((done) => server.close(() => done()));
  const documentId = await department.draft();
  await department.publish(documentId);
  await sent();
  expect(await department.rows('change', { subject: documentId })).toHaveLength(1);
});
