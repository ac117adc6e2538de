import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { BROWSERS } from '../../scripts/lib/browsers.mjs'

export const makeCertificate = (): { key: Buffer; cert: Buffer } => {
  const folder = mkdtempSync(`${tmpdir()}/consent-certificate-`)
  const [key, cert] = [`${folder}/key.pem`, `${folder}/cert.pem`]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const args = ['req', '-x509', ...curve, '-subj', '/CN=localhost', '-keyout', key, '-out', cert]
  try {
    execFileSync(BROWSERS.certificates.path, args, { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
