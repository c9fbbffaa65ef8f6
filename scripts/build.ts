import { buildStale } from './demo/build.ts';
import { Children } from './demo/children.ts';
import { buildEnvironment } from './demo/environment.ts';
import { endWith } from './demo/refusal.mjs';

const children = new Children();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void children.stopAll().then(() => process.exit(130)));
}

try {
  await buildStale({
    env: buildEnvironment(process.env),
    children,
    onWait: (pid) => console.log(`Waiting for process ${pid}, which is building`),
    onStart: ({ name }) => console.log(`Building ${name}`),
    onEnd: ({ name }, seconds) => console.log(`Built ${name} in ${seconds.toFixed(1)} s`),
  });
} catch (error) {
  await children.stopAll();
  endWith(error);
}
