// Bundles what the pages need into the folder given as the first argument. Everything is found by its
// place, so that a new page adds files and edits none:
//   src/styles/*.css      one stylesheet, in the order of the names
//   src/behaviours/*.js   one script, loaded by every page
//   src/bundles/*.js      a script (and stylesheet) of its own each, for pages that need more
//   icons                 each Lucide icon whose name stands in quotes in a template or in web code
import { copyFile, readFile, readdir, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const out = process.argv[2];
const mainFolder = join(here, '..', 'src', 'main');
const iconFolder = join(here, 'node_modules', 'lucide-static', 'icons');

const filesIn = async (folder, ending) =>
  (await readdir(join(here, 'src', folder))).filter((name) => name.endsWith(ending)).sort();

const together = async (folder, ending, line) =>
  (await filesIn(folder, ending)).map((name) => line(`./src/${folder}/${name}`)).join('\n');

const common = {
  bundle: true,
  minify: true,
  legalComments: 'linked',
  target: ['chrome109', 'firefox115', 'safari16'],
  loader: { '.svg': 'file' },
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
};

async function styles() {
  const contents = await together('styles', '.css', (path) => `@import "${path}";`);
  const stdin = { contents: `@import "modern-normalize";\n${contents}`, resolveDir: here, loader: 'css' };
  await esbuild.build({ ...common, stdin, outfile: join(out, 'app.css') });
}

async function behaviours() {
  const contents = await together('behaviours', '.js', (path) => `import "${path}";`);
  await esbuild.build({ ...common, stdin: { contents, resolveDir: here }, format: 'esm', outfile: join(out, 'app.js') });
}

async function bundles() {
  const entryPoints = (await filesIn('bundles', '.js')).map((name) => join(here, 'src', 'bundles', name));
  await esbuild.build({ ...common, entryPoints, format: 'esm', outdir: out });
}

async function quotedWords(folder) {
  const words = new Set();
  for (const file of await readdir(folder, { recursive: true })) {
    if (/\.(html|java)$/.test(file)) {
      const text = await readFile(join(folder, file), 'utf8');
      for (const [, word] of text.matchAll(/['"]([a-z][a-z0-9-]*)['"]/g)) words.add(word);
    }
  }
  return words;
}

async function icons() {
  const known = new Set((await readdir(iconFolder)).map((file) => basename(file, '.svg')));
  const used = [...(await quotedWords(mainFolder))].filter((word) => known.has(word)).sort();
  const symbols = await Promise.all(used.map(async (name) => {
    const svg = await readFile(join(iconFolder, `${name}.svg`), 'utf8');
    const drawing = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing.replace(/\s*\n\s*/g, '')}</symbol>`;
  }));
  const notice = '<!-- Icons of Lucide, ISC licence, https://lucide.dev/license -->';
  await writeFile(join(out, 'icons.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg">${notice}${symbols.join('')}</svg>\n`);
}

await mkdir(out, { recursive: true });
await Promise.all([styles(), behaviours(), bundles(), copyFile(join(here, 'src', 'mark.svg'), join(out, 'mark.svg'))]);
// Last, because the build looks at the time of this file to know whether all of them are up to date.
await icons();
