import * as z from 'zod'

/** The states the Engine API documents, and `unknown` for whatever else an engine may say (the raw word is in `status`). */
export const containerStates = [
  'running',
  'restarting',
  'paused',
  'exited',
  'created',
  'removing',
  'dead',
  'unknown',
] as const
export const containerState = z.enum(containerStates)
export type ContainerState = z.output<typeof containerState>

export const health = z.enum(['none', 'starting', 'healthy', 'unhealthy'])
export type Health = z.output<typeof health>

export const port = z.object({
  privatePort: z.int(),
  /** Absent when the port is exposed but not published. */
  publicPort: z.int().optional(),
  type: z.string(),
  /** Every host address it is published on; one entry for a dual-stack pair. Empty when not published. */
  addresses: z.array(z.string()),
})
export type Port = z.output<typeof port>

/** One row of the list. `id` is the whole id; 12 characters of it are shown. Labels are pairs: a label may be named `__proto__`. */
export const container = z.object({
  id: z.string(),
  names: z.array(z.string()),
  image: z.string(),
  state: containerState,
  status: z.string(),
  health,
  /** Seconds since the epoch, 0 where the engine gave none. */
  created: z.number(),
  /** The exit code where the state has one and the engine told it in the status. */
  exitCode: z.int().optional(),
  networks: z.array(z.object({ name: z.string(), ip: z.string() })),
  ports: z.array(port),
  labels: z.array(z.object({ key: z.string(), value: z.string() })),
  mounts: z.array(z.object({ type: z.string(), source: z.string(), target: z.string(), writable: z.boolean() })),
  /** Compose project and service, empty strings where there is none. */
  project: z.string(),
  service: z.string(),
})
export type Container = z.output<typeof container>

/** What `inspect` adds for the details panel. The window hides the values of `environment` until asked. */
export const containerDetails = z.object({
  container,
  command: z.string(),
  user: z.string(),
  workingDirectory: z.string(),
  restartPolicy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  healthLog: z.array(z.object({ at: z.string(), exitCode: z.int(), output: z.string() })),
  environment: z.array(z.object({ name: z.string(), value: z.string() })),
  networks: z.array(
    z.object({
      name: z.string(),
      ip: z.string(),
      ipv6: z.string(),
      gateway: z.string(),
      mac: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
  /** The engine's answer as indented JSON, shown as text and searched as text. */
  raw: z.string(),
})
export type ContainerDetails = z.output<typeof containerDetails>
