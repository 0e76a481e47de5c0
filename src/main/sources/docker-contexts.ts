import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { System } from '#main/ports/system.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'

export type DockerContext = { name: string; host: string }

export type DockerContexts = {
  /** Every context whose definition can be read, by name. `default` has no file: it is what this machine has. */
  contexts: DockerContext[]
  /** The one that the docker command line would use, null for `default`; a problem where its definition does not hold. */
  current: Result<DockerContext | null>
}

const dockerConfig = z.object({ currentContext: z.string().optional() })
const contextMeta = z.object({
  Name: z.string(),
  Endpoints: z.object({ docker: z.object({ Host: z.string().min(1) }) }),
})

/**
 * The contexts of the docker command line. `DOCKER_CONTEXT` beats `currentContext` in config.json; each context is a file
 * under the SHA-256 of its name (docker/cli, cli/context/store).
 */
export async function readDockerContexts(system: System): Promise<DockerContexts> {
  const folder = system.env.DOCKER_CONFIG || `${system.homedir}/.docker`
  const [contexts, named] = await Promise.all([listContexts(system, folder), readCurrentName(system, folder)])
  if (!named.ok) return { contexts, current: named }
  const name = named.value
  return { contexts, current: name === '' || name === 'default' ? ok(null) : await readNamed(system, folder, name) }
}

async function readCurrentName(system: System, folder: string): Promise<Result<string>> {
  const fromEnvironment = system.env.DOCKER_CONTEXT?.trim()
  if (fromEnvironment) return ok(fromEnvironment)
  const path = `${folder}/config.json`
  const text = await system.files.readText(path)
  // Without the file, or without the right to read it, the docker command line goes on with the default context.
  if (!text.ok) return ok('')
  const config = parseJson(dockerConfig, text.value)
  if (config.ok) return ok(config.value.currentContext ?? '')
  return failed(
    problemOf('config-json-broken', { path, detail: `${path} is not valid: ${config.error}` }, config.error),
  )
}

async function readNamed(system: System, folder: string, name: string): Promise<Result<DockerContext>> {
  const path = metaPath(folder, createHash('sha256').update(name).digest('hex'))
  const text = await system.files.readText(path)
  if (!text.ok) {
    const detail = `the docker context ${name} is chosen, and has no definition here`
    return failed(problemOf('context-missing', { context: name, path, detail }, `${text.errno}: ${path}`))
  }
  const meta = parseJson(contextMeta, text.value)
  if (meta.ok) return ok({ name, host: meta.value.Endpoints.docker.Host })
  const facts = {
    context: name,
    path,
    detail: `the definition of the docker context ${name} (${path}) is not valid: ${meta.error}`,
  }
  return failed(problemOf('context-broken', facts, meta.error))
}

async function listContexts(system: System, folder: string): Promise<DockerContext[]> {
  const ids = await system.files.list(`${folder}/contexts/meta`)
  if (!ids.ok) return []
  const texts = await Promise.all(ids.value.map((id) => system.files.readText(metaPath(folder, id))))
  return texts
    .flatMap((text) => {
      const meta = text.ok ? parseJson(contextMeta, text.value) : null
      return meta?.ok ? [{ name: meta.value.Name, host: meta.value.Endpoints.docker.Host }] : []
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function metaPath(folder: string, id: string): string {
  return `${folder}/contexts/meta/${id}/meta.json`
}

type Parsed<T> = { ok: true; value: T } | { ok: false; error: string }

function parseJson<T>(schema: z.ZodType<T>, text: string): Parsed<T> {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: z.prettifyError(parsed.error) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}
