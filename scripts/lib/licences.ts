import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { readJson } from './layout.ts';
import { root } from './run.ts';

/** The folder of the package that a bundled file belongs to, such as `node_modules/@grpc/grpc-js`. */
export function packageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/**
 * The licences of everything in the production executable that is not ours: the bundled packages, Node, and the
 * GCC libraries beside it.
 *
 * @param nodeLicence the LICENSE file of Node
 * @throws Error naming a package without a licence text
 */
export function licenceTexts(metafile: Metafile, nodeLicence: string): string {
  const folders = new Set(Object.keys(metafile.inputs).map(packageFolder));
  const packages = [...folders].filter((folder) => folder !== undefined).sort();
  return [
    section('GCC runtime libraries', gccText),
    section('Node.js', readFileSync(nodeLicence, 'utf8')),
    ...packages.map((folder) => packageLicence(folder)),
  ].join('\n');
}

function packageLicence(folder: string): string {
  const manifest = readJson(join(root, folder, 'package.json'));
  const { name, version, license } = manifest as { name: string; version: string; license?: string };
  const files = readdirSync(join(root, folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(root, folder, file), 'utf8'));
  if (texts.length === 0 && license === undefined) {
    throw new Error(`the package ${name} states no licence; it cannot be shipped`);
  }
  return section(`${name} ${version} (${license ?? 'see below'})`, texts.join('\n') || `Licence: ${license ?? ''}\n`);
}

function section(title: string, text: string): string {
  return `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text.trim()}\n`;
}

/** The terms of libstdc++ and libgcc_s, and where Debian says more. */
const gccText = `libstdc++.so.6 and libgcc_s.so.1 are parts of GCC, the GNU Compiler Collection, unchanged.
Copyright (C) Free Software Foundation, Inc.
They are free software under the GNU General Public License, version 3 or later, with the additional permissions of
the GCC Runtime Library Exception, version 3.1, which lets programs of any licence be conveyed together with them.
Licence: https://www.gnu.org/licenses/gpl-3.0.html
Exception: https://www.gnu.org/licenses/gcc-exception-3.1.html
Source: https://gcc.gnu.org/ and the source package of the distribution that the files are from:
${distribution()}
`;

function distribution(): string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? 'unknown';
}
