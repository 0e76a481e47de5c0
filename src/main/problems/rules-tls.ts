import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const tls: ProblemContext = { transport: 'tls' }

/**
 * OpenSSL and BoringSSL (Electron) have the same words in different places: `ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE`,
 * `ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE` (Node 22), `OPENSSL_internal:TLSV1_ALERT_UNKNOWN_CA`, or only in the message
 * of an EPROTO. Lower case, with spaces, they are one.
 */
function handshakeWords({ code, reason, message }: Evidence): string {
  return `${code} ${reason} ${message}`.toLowerCase().replace(/[_/]/g, ' ')
}

function isHandshake({ code, message }: Evidence): boolean {
  return code.startsWith('ERR_SSL_') || /SSL routines|OPENSSL_internal|SSL alert/.test(message)
}

function onHandshake(words: RegExp) {
  return (evidence: Evidence) => isHandshake(evidence) && words.test(handshakeWords(evidence))
}

/** Node names what OpenSSL's verification found; what it does not know is `UNSPECIFIED`, with the words in the message. */
function onVerify(codes: RegExp) {
  return ({ code, statusCode }: Evidence) => statusCode === null && codes.test(code)
}

/** An alert as OpenSSL words it; its reason codes are the alert's number and 1000. */
function alert(name: string, number: number) {
  const message = `80FC:error:0A000${(1000 + number).toString(16).toUpperCase()}:SSL routines:ssl3_read_bytes:${name}:rec_layer_s3.c:1601:SSL alert number ${number}\n`
  const code = `ERR_SSL_${name.toUpperCase().replaceAll(' ', '_')}`
  return { name: 'Error', message, library: 'SSL routines', reason: name, code }
}

/** How the two sides of TLS refuse each other: our verification of the engine's certificate, and the engine's alerts. */
export const tlsRules: Rule[] = [
  {
    code: 'tls-server-self-signed',
    when: onVerify(/^DEPTH_ZERO_SELF_SIGNED_CERT$/),
    example: {
      thrown: { name: 'Error', message: 'self-signed certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      context: tls,
    },
  },
  {
    // A signature failure is an authority of the same name that was made anew.
    code: 'tls-server-unknown-ca',
    when: onVerify(
      /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|CERT_SIGNATURE_FAILURE|CERT_UNTRUSTED)$/,
    ),
    example: {
      thrown: {
        name: 'Error',
        message: 'unable to verify the first certificate',
        code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      },
      context: tls,
    },
  },
  {
    // The leaf or its authority: the error does not say which.
    code: 'tls-server-expired',
    when: onVerify(/^CERT_HAS_EXPIRED$/),
    example: { thrown: { name: 'Error', message: 'certificate has expired', code: 'CERT_HAS_EXPIRED' }, context: tls },
  },
  {
    code: 'tls-server-not-yet-valid',
    when: onVerify(/^CERT_NOT_YET_VALID$/),
    example: {
      thrown: { name: 'Error', message: 'certificate is not yet valid', code: 'CERT_NOT_YET_VALID' },
      context: tls,
    },
  },
  {
    code: 'tls-name-mismatch',
    when: onVerify(
      /^(ERR_TLS_CERT_ALTNAME_INVALID|ERR_TLS_CERT_ALTNAME_FORMAT|HOSTNAME_MISMATCH|IP_ADDRESS_MISMATCH)$/,
    ),
    example: {
      thrown: {
        name: 'Error',
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
        reason: "Host: localhost. is not in the cert's altnames: DNS:docker.example",
        host: 'localhost',
        message:
          "Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:docker.example",
      },
      context: tls,
    },
  },
  {
    code: 'tls-weak',
    when: ({ code, message }) => code === 'UNSPECIFIED' && /too (weak|small|short)/i.test(message),
    example: {
      thrown: { name: 'Error', message: 'EE certificate key too weak', code: 'UNSPECIFIED' },
      context: tls,
    },
  },
  {
    code: 'tls-server-invalid',
    when: onVerify(
      /^(INVALID_PURPOSE|INVALID_CA|CERT_REVOKED|CERT_REJECTED|CERT_CHAIN_TOO_LONG|PATH_LENGTH_EXCEEDED|UNSPECIFIED)$/,
    ),
    example: {
      thrown: { name: 'Error', message: 'unsupported certificate purpose', code: 'INVALID_PURPOSE' },
      context: tls,
    },
  },
  {
    code: 'tls-client-cert-required',
    when: onHandshake(/certificate required/),
    example: { thrown: alert('tlsv13 alert certificate required', 116), context: tls },
  },
  {
    // Go's word for a certificate that is missing, expired, of another authority, or not for clients.
    code: 'tls-client-cert-required',
    when: onHandshake(/alert bad certificate/),
    example: {
      thrown: {
        name: 'Error',
        message:
          '40ADA488B67F0000:error:0A000412:SSL routines:ssl3_read_bytes:ssl/tls alert bad certificate:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:918:SSL alert number 42\n',
        library: 'SSL routines',
        reason: 'ssl/tls alert bad certificate',
        code: 'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE',
      },
      context: tls,
    },
  },
  {
    code: 'tls-client-cert-rejected',
    when: onHandshake(
      /alert (unknown ca|certificate (expired|revoked|unknown)|unsupported certificate|access denied|decrypt error)/,
    ),
    example: { thrown: alert('tlsv1 alert unknown ca', 48), context: tls },
  },
  {
    code: 'tls-to-plaintext',
    when: onHandshake(/wrong version number|unknown protocol|packet length too long|http request|https proxy request/),
    example: {
      thrown: {
        name: 'Error',
        message:
          'write EPROTO 3080:error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:tls_record.cc:242:\n',
        errno: -71,
        code: 'EPROTO',
        syscall: 'write',
      },
      context: tls,
    },
  },
  {
    code: 'tls-protocol-version',
    when: onHandshake(/alert protocol version|unsupported protocol|no protocols available|version too low/),
    example: {
      thrown: {
        name: 'Error',
        message:
          'write EPROTO 80AC:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:rec_layer_s3.c:1601:SSL alert number 70\n',
        errno: -71,
        code: 'EPROTO',
        syscall: 'write',
      },
      context: tls,
    },
  },
  {
    code: 'tls-weak',
    when: onHandshake(/(dh key|modulus) too small/),
    example: {
      thrown: {
        name: 'Error',
        message: '80AC:error:0A00018A:SSL routines:tls_process_ske_dhe:dh key too small:statem_clnt.c:2100:\n',
        library: 'SSL routines',
        reason: 'dh key too small',
        code: 'ERR_SSL_DH_KEY_TOO_SMALL',
      },
      context: tls,
    },
  },
  {
    // No cipher in common; with TLS 1.2 also a missing client certificate.
    code: 'tls-handshake-failed',
    when: (evidence) => isHandshake(evidence),
    example: { thrown: alert('sslv3 alert handshake failure', 40), context: tls },
  },
]
