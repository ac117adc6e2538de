// @ts-check
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BROWSERS } from '../../lib/browsers.mjs'

/**
 * Makes a certificate and its key. With them the benchmark's server can answer in the place of
 * Google.
 *
 * @param {string} folder An existing folder for the two files.
 */
export const makeCertificate = folder => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  execFileSync(
    BROWSERS.certificates.path,
    ['req', '-x509', ...kind, '-subj', '/CN=benchmark', '-keyout', key, '-out', cert],
    { stdio: 'ignore' },
  )
  return { key: readFileSync(key), cert: readFileSync(cert) }
}
