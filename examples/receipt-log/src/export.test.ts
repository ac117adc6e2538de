import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolder, describeEach } from '../test/databases.ts'
import { giveEvent, NOTICE, randomId, TOKEN, withdrawEvent } from '../test/samples.ts'
import { post, startApp } from '../test/start-app.ts'
import { hashOfNotice } from './notice.ts'
import { verify } from './verify.ts'

const H = hashOfNotice(NOTICE)
const OTHER = 'o'.repeat(22)
const INVENTORY = 'i'.repeat(22)
const noticeDocument = { v: 1, type: 'notice', h: H, text: NOTICE }

describeEach('with', createDatabase => {
  test('with the token, the export has a consent, the event that ended it, the notice, and the hash of its inventory', async () => {
    const notices = join(createFolder(), 'notices.json')
    writeFileSync(notices, JSON.stringify({ [H]: { text: NOTICE, inventory: INVENTORY } }))
    const { address } = await createDatabase()
    const { app } = await startApp({ exportToken: TOKEN, notices }, address)
    const give = giveEvent({ record: { h: H } })
    const other = giveEvent({ record: { h: OTHER } })
    const withdraw = withdrawEvent(give.receipt as string)
    for (const document of [give, other, withdraw, noticeDocument]) await post(app, document)

    const get = (url: string, authorization?: string) =>
      app.inject({ url, headers: authorization ? { authorization } : {} })
    for (const url of [`/receipts/${give.receipt}`, '/export'])
      for (const header of [undefined, TOKEN, 'Bearer ', `Bearer ${TOKEN}x`])
        expect((await get(url, header)).statusCode).toBe(401)

    const read = async ({ receipt }: typeof give) =>
      (await get(`/receipts/${receipt}`, `Bearer ${TOKEN}`)).json()
    const receipt = await read(give)
    const contents = receipt.entries.map(({ content }: { content: string }) => JSON.parse(content))
    expect(contents).toEqual([give, withdraw])
    expect(receipt.notices).toEqual({ [H]: NOTICE })
    expect(receipt.inventories).toEqual({ [H]: INVENTORY })
    expect(await read(other)).toMatchObject({ notices: {}, inventories: { [OTHER]: 'unknown' } })
    expect((await get(`/receipts/${randomId()}`, `Bearer ${TOKEN}`)).statusCode).toBe(404)

    const whole = await get('/export', `Bearer ${TOKEN}`)
    const lines = whole.body
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(({ kind, seq, inventory }) => [kind, seq ?? inventory])).toEqual([
      ['notice', INVENTORY],
      ['entry', 1],
      ['entry', 2],
      ['entry', 3],
    ])
    const entries = lines.filter(({ kind }) => kind === 'entry')
    expect(await verify(entries, Date.now())).toMatchObject({ ok: true })
  })
})
