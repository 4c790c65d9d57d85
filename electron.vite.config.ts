import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { copyReportFonts } from './scripts/report-fonts.mjs';

/**
 * Three builds: the Node side (shell, engine, terminal), the preload, the window.
 * Targets are the oldest runtime the shell is tested in (Node 18, Chrome 114);
 * everything but Electron and better-sqlite3 is bundled, so the program needs no node_modules tree.
 */
export default defineConfig({
  main: {
    plugins: [
      {
        name: 'report-fonts',
        closeBundle: () => copyReportFonts(__dirname, resolve(__dirname, 'out/main/fonts')),
      },
    ],
    build: {
      target: 'node18',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          shell: resolve(__dirname, 'src/main/shell/index.ts'),
          engine: resolve(__dirname, 'src/main/engine/index.ts'),
          cli: resolve(__dirname, 'src/main/cli/index.ts'),
          'check-worker': resolve(__dirname, 'src/main/engine/store/workspace/check-worker.ts'),
          'row-worker': resolve(__dirname, 'src/main/engine/import/rows/row-worker.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: resolve(__dirname, 'src/main/shell/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: {
        input: resolve(__dirname, 'src/renderer/index.html'),
        // What the first picture needs is one file: each file is a question to the shell.
        output: {
          codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
          // The shell names the words of the language that is set along with the page (see app-protocol.ts).
          chunkFileNames: ({ name }) =>
            name.startsWith('words-') ? 'assets/[name].js' : 'assets/[name]-[hash].js',
        },
      },
    },
  },
});
