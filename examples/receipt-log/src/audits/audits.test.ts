import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealEvidence } from '@spaceone/consent-audit/judge'
import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY } from '../../../../packages/audit/test/support/sample-seen.ts'
import { wholeSeen } from '../../../../packages/audit/test/support/whole-seen.ts'
import { createFolder, describeEach } from '../../test/databases.ts'
import { SCREEN_TOKEN, signIn, textOf } from '../../test/officer.ts'
import { giveEvent, submission } from '../../test/samples.ts'
import { startApp } from '../../test/start-app.ts'
import { checkLog } from '../check-log.ts'

const AUDIT_TOKEN = 'an-audit-token-of-more-than-32-characters'
const LEGAL = generateKeyPairSync('ed25519')
const OTHER = generateKeyPairSync('ed25519')

const seal = (key = LEGAL.privateKey) =>
  Buffer.from(sealEvidence({ seen: wholeSeen(), inventory: SAMPLE_INVENTORY, key }))

/** Writes the public key of the legal department into a folder, and returns its path. */
const writeKeys = () => {
  const folder = join(createFolder(), 'keys')
  mkdirSync(folder)
  const pem = LEGAL.publicKey.export({ type: 'spki', format: 'pem' })
  writeFileSync(join(folder, 'legal.pem'), pem)
  return folder
}

type App = Awaited<ReturnType<typeof startApp>>['app']

const post = async (app: App, payload: Buffer, token = AUDIT_TOKEN) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/zip' }
  const answer = await app.inject({ method: 'POST', url: '/audits', headers, payload })
  return [answer.statusCode, answer.json()] as const
}

describeEach('with', createDatabase => {
  test('a signed audit becomes an entry of the chain, once, and its file, result and signer are on the pages of its version and day', async () => {
    const { address } = await createDatabase()
    const { app, log } = await startApp(
      { auditToken: AUDIT_TOKEN, screenToken: SCREEN_TOKEN, auditKeys: writeKeys() },
      address,
    )
    const at = Date.parse('2026-11-27T12:00:00Z')
    await log.append([submission(giveEvent({ record: { p: 'one' } }))], at)
    await log.append([submission(giveEvent({ record: { p: 'two' } }))], at + 7 * 86_400_000)
    const file = seal()
    expect(await post(app, file)).toEqual([201, { id: expect.any(String), outcome: 'fails' }])
    expect((await post(app, file))[0]).toBe(200)
    expect((await log.head()).seq).toBe(3)
    expect(await checkLog(log, Date.now())).toMatchObject({ ok: true, head: { seq: 3 } })
    // Sums count decisions, and no audits.
    expect((await log.sums({ by: [] })).map(({ count }) => count)).toEqual([2])

    const { open, cookie } = await signIn(app)
    const day = textOf((await open('days?from=2026-11-28')).page)
    expect(day).toContain('Google Analytics')
    const [found] = /\d+ breaches/.exec((await open('audit?entry=3')).page) ?? []
    expect(found).toBe('6 breaches')
    expect(day).toContain(`Fails ${found}`)
    expect(day).toContain(`@spaceone/consent-audit`)
    expect(day).toContain(`Inventory 2026-09-01 ${SAMPLE_INVENTORY.hash}`)
    expect(day).toContain('Not the inventory of version one: the audit was judged by that of')
    expect(day).toMatch(/ legal /)
    const { page } = await open('version?version=one')
    expect(page.match(/<\/div>/g)?.length).toBe(page.match(/<div/g)?.length)
    const one = textOf(page)
    expect(one).toContain('Fails 6 breaches')
    expect(one).toContain('judged by that of version 2026-09-01.')
    const korean = textOf((await (await signIn(app, 'ko')).open('version?version=one')).page)
    expect(korean).toContain('버전 one의 명세가 아니라 버전 2026-09-01의 명세로 판단한 점검입니다.')
    expect(textOf((await open('version?version=two')).page)).toContain(
      'No audit of these days is stored.',
    )
    const report = await app.inject({ url: '/screen/ko/audit?entry=3', headers: { cookie } })
    expect(report.body).toContain('동의 처리 점검 보고서')
    expect(report.headers['content-security-policy']).toMatch(/^default-src 'none'.*; sandbox$/)
    const download = await app.inject({
      ...{ url: '/screen/en/audit-file?entry=3', headers: { cookie } },
    })
    expect(download.rawPayload.equals(file)).toBe(true)
    for (const entry of ['1', '99', 'x', ''])
      expect((await open(`audit?entry=${entry}`)).status).toBe(404)
  })

  test('a changed file of an audit is named by a verification', async () => {
    const { address, tamper } = await createDatabase()
    const { app, log } = await startApp({ auditToken: AUDIT_TOKEN }, address)
    await post(app, seal())
    const zeros = address.startsWith('postgres') ? `'\\x00'::bytea` : `x'00'`
    await tamper(`UPDATE audits SET file = ${zeros}`)
    expect(await checkLog(log, Date.now())).toEqual({
      ...{ ok: false, seq: 1, hash: '', fault: 'has another stored file than its hash' },
    })
  })
})

test('an audit that was judged by an inventory of its version has no warning, and by another one of the same version has one', async () => {
  const textWith = async (inventory: object) => {
    const folder = createFolder()
    writeFileSync(join(folder, 'inventory.json'), JSON.stringify(inventory))
    const config = { auditToken: AUDIT_TOKEN, screenToken: SCREEN_TOKEN, inventories: folder }
    const { app, log } = await startApp(config)
    const at = Date.parse('2026-11-27T12:00:00Z')
    await log.append([submission(giveEvent({ record: { p: '2026-09-01' } }))], at)
    await post(app, seal())
    return textOf((await (await signIn(app)).open('version?version=2026-09-01')).page)
  }
  expect(await textWith(SAMPLE_INVENTORY)).not.toContain('Not the inventory of version')
  expect(await textWith({ ...SAMPLE_INVENTORY, hash: 'o'.repeat(22) })).toContain(
    'Not the inventory of version 2026-09-01 that is known here',
  )
})

test('an audit that is altered, unsigned, of an unknown key or no file is refused with what is wrong, and nothing is stored', async () => {
  const { app, log } = await startApp({ auditToken: AUDIT_TOKEN, auditKeys: writeKeys() })
  const altered = seal()
  altered[200] = (altered[200] ?? 0) ^ 1
  const unsigned = Buffer.from(sealEvidence({ seen: wholeSeen() }))
  const cases: readonly (readonly [Buffer, number, RegExp])[] = [
    [altered, 422, /^the audit was altered: /],
    [unsigned, 422, /^the audit is not signed\. Expected .* --sign$/],
    [seal(OTHER.privateKey), 422, /^the audit is signed by a key that is not in AUDIT_KEYS$/],
    [Buffer.from('no zip'), 422, /^the audit was altered: The file is no zip archive/],
  ]
  for (const [payload, status, error] of cases)
    expect(await post(app, payload)).toEqual([status, { error: expect.stringMatching(error) }])
  expect((await post(app, seal(), 'another token'))[0]).toBe(401)
  const json = await app.inject({
    ...{ method: 'POST', url: '/audits', payload: '{}' },
    headers: { authorization: `Bearer ${AUDIT_TOKEN}`, 'content-type': 'application/json' },
  })
  expect([json.statusCode, json.json()]).toEqual([
    415,
    { error: 'send the file as application/zip' },
  ])
  expect((await log.head()).seq).toBe(0)
  expect((await post((await startApp()).app, seal()))[0]).toBe(404)
})
