import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const leftOut = fileURLToPath(new URL('src/main/engine/left-out.ts', import.meta.url))
/** See src/main/engine/left-out.ts. */
const leftOutModules = [
  'docker-modem',
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  'protobufjs',
  'tar-fs',
  '@balena/dockerignore',
]

export default defineConfig({
  main: {
    resolve: { alias: leftOutModules.map((name) => ({ find: name, replacement: leftOut })) },
    build: {
      target: 'node20.18',
      // Everything is bundled: the package carries no node_modules, and starts from few files.
      externalizeDeps: false,
      outDir: 'out',
      emptyOutDir: false,
      minify: true,
      rollupOptions: {
        input: { 'main/index': 'src/main/index.ts', 'cli/index': 'src/cli/index.ts' },
        output: {
          entryFileNames: '[name].js', // Without a hash: the folder is not emptied, and an old build's chunks must not be packed with a new one's.
          chunkFileNames: 'main/chunks/[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      // A sandboxed preload cannot be an ES module.
      rollupOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: 'out/renderer',
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
