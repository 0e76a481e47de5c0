import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'

/** Who this process is to the kernel. */
export type Identity = {
  /** The name of the effective uid; null where the user database has none. */
  user: string | null
  uid: number
  euid: number
  gid: number
  egid: number
  /** The effective group and the supplementary ones, each once. */
  groups: number[]
  /** Whether file modes do not bind it: root with CAP_DAC_OVERRIDE, which a container may have dropped. */
  overridesModes: boolean
}

export function readIdentity(): Identity | null {
  const { getuid, geteuid, getgid, getegid, getgroups } = process
  if (!getuid || !geteuid || !getgid || !getegid || !getgroups) return null
  const euid = geteuid()
  const egid = getegid()
  return {
    user: readUserName(),
    uid: getuid(),
    euid,
    gid: getgid(),
    egid,
    groups: [...new Set([egid, ...getgroups()])],
    overridesModes: euid === 0 && hasDacOverride(),
  }
}

function readUserName(): string | null {
  try {
    return userInfo().username
  } catch {
    // uv_os_get_passwd fails for a uid without an entry, as most containers have it.
    return null
  }
}

/** Bit 1 of `CapEff` (capabilities(7)). Where there is no /proc, root is almighty. */
function hasDacOverride(): boolean {
  try {
    const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return effective === undefined || (BigInt(`0x${effective}`) & 2n) !== 0n
  } catch {
    return true
  }
}
