import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const tls: ProblemContext = { transport: 'tls' }

/**
 * `ERR_OSSL_…` is thrown while the key material is loaded, before anything is dialled. Of our own certificate OpenSSL
 * may also find, in its words for TLS, that it is too weak to be shown to anyone.
 */
function isMaterial({ code, message }: Evidence): boolean {
  if (code.startsWith('ERR_OSSL_')) return true
  return /(PEM|DECODER|X\.?509 certificate|Provider|common libcrypto) routines|(ee key too small|md too weak)/i.test(
    message,
  )
}

function isKeyFile({ path }: Evidence, { transport }: ProblemContext): boolean {
  return transport === 'tls' || transport === 'tcp' || /\.(pem|crt|cer|key)$/.test(path)
}

/** The certificate and the key that this side was given. */
export const tlsMaterialRules: Rule[] = [
  {
    // The same codes as of a socket; only the syscall tells that a file was meant.
    code: 'tls-client-material-unreadable',
    when: (evidence, context) =>
      (evidence.syscall === 'open' || evidence.syscall === 'read') &&
      /^(EACCES|EPERM|ENOENT|EISDIR|ENOTDIR|ELOOP)$/.test(evidence.code) &&
      isKeyFile(evidence, context),
    facts: ({ path }) => (path ? { path } : {}),
    example: {
      thrown: {
        name: 'Error',
        message: "EACCES: permission denied, open '/home/admin/.docker/key.pem'",
        errno: -13,
        code: 'EACCES',
        syscall: 'open',
        path: '/home/admin/.docker/key.pem',
      },
      context: tls,
    },
  },
  {
    code: 'tls-key-encrypted',
    when: (evidence) =>
      evidence.code === 'ERR_MISSING_PASSPHRASE' ||
      (isMaterial(evidence) &&
        /bad.decrypt|bad.password.read|interrupted.or.cancelled|maybe.wrong.password/i.test(
          `${evidence.code} ${evidence.message}`,
        )),
    example: {
      thrown: {
        name: 'Error',
        message: 'error:1C800064:Provider routines::bad decrypt',
        library: 'Provider routines',
        reason: 'bad decrypt',
        code: 'ERR_OSSL_BAD_DECRYPT',
      },
      context: tls,
    },
  },
  {
    code: 'tls-client-material-invalid',
    when: isMaterial,
    example: {
      thrown: {
        name: 'Error',
        message: 'error:05800074:x509 certificate routines::key values mismatch',
        library: 'x509 certificate routines',
        reason: 'key values mismatch',
        code: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH',
      },
      context: tls,
    },
  },
]
