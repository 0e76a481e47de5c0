import { basename } from 'node:path'
import { build } from 'vite'

/**
 * Bundles a script and everything it imports into one CommonJS file of `folder`, and answers its name: what another user
 * runs must not depend on a checkout that may lie in a closed home.
 */
export async function bundleScript(entry: string, folder: string): Promise<string> {
  const name = `${basename(entry, '.ts')}.cjs`
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        // What ssh2 and ws would load if it were there.
        external: [/\.node$/, 'cpu-features', 'bufferutil', 'utf-8-validate'],
        output: { format: 'cjs', entryFileNames: name, codeSplitting: false },
      },
    },
  })
  return name
}
