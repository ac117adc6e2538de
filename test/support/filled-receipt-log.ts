import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { giveEvent, NOW, withdrawEvent } from '../../examples/receipt-log/test/samples.ts'
import { sealEvidence } from '../../packages/audit/src/evidence/seal.ts'
import { SAMPLE_INVENTORY } from '../../packages/audit/test/support/sample-seen.ts'
import { wholeSeen } from '../../packages/audit/test/support/whole-seen.ts'
import { startReceiptLog } from './start-receipt-log.ts'

/** The token of the screen and of audits. */
export const LOG_TOKEN = 'a-token-of-more-than-thirty-two-characters'

/** A receipt log that runs, with decisions, notices, inventories and a signed audit of a site. */
export interface FilledLog {
  /** Address of the screen in English. */
  readonly address: string
  /** The id of a receipt that was withdrawn later. */
  readonly receipt: string
  stop(): void
}

const COMMAND = resolve('packages/consent/dist/command.js')

/** Writes notices and inventory of a site as the SDK's command does. Returns a notice's hash. */
const writeSite = (folder: string) => {
  const config = {
    policy: { version: '2024-01-18', url: { en: '/privacy' } },
    categories: { analytics: { services: [{ preset: 'googleAnalytics', id: 'G-RECEIPT1' }] } },
  }
  writeFileSync(join(folder, 'consent.config.json'), JSON.stringify(config))
  for (const name of ['notices', 'inventory'])
    execFileSync(process.execPath, [COMMAND, name, '--out', '.'], { cwd: folder, stdio: 'pipe' })
  const notices: Record<string, { text: string }> = JSON.parse(
    readFileSync(join(folder, 'notices.json'), 'utf8'),
  )
  return Object.keys(notices).find(h => JSON.parse(notices[h]?.text ?? '').language === 'ko') ?? ''
}

/** Starts the receipt log, and sends it what a site sends. */
export const fillReceiptLog = async (): Promise<FilledLog> => {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-log-'))
  const h = writeSite(folder)
  const { port, stop } = await startReceiptLog({
    ...{ SCREEN_TOKEN: LOG_TOKEN, AUDIT_TOKEN: LOG_TOKEN },
    ...{ NOTICES: join(folder, 'notices.json'), INVENTORIES: folder },
  })
  const address = `http://127.0.0.1:${port}/`
  const post = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
    const headers = { 'Content-Type': type, Authorization: `Bearer ${LOG_TOKEN}` }
    const answer = await fetch(address + path, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(await answer.text())
  }
  const give = giveEvent({ record: { h, m: 'accept', c: { analytics: 1 } } })
  const withdraw = withdrawEvent(`${give.receipt}`)
  for (const event of [giveEvent({ record: { h, t: NOW - 9 } }), give, withdraw])
    await post('events', 'text/plain', JSON.stringify(event))
  const began = new Date().toISOString()
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const audit = { seen: { ...wholeSeen(), began }, inventory: SAMPLE_INVENTORY, key }
  await post('audits', 'application/zip', Uint8Array.from(sealEvidence(audit)))
  return {
    address: `${address}screen/en/`,
    receipt: `${give.receipt}`,
    stop: () => {
      stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
