import { expect, test } from 'vitest'
import { describeEach, open } from '../test/databases.ts'
import { runCommand } from '../test/run-main.ts'
import { giveEvent, TOKEN } from '../test/samples.ts'
import { post, startApp } from '../test/start-app.ts'
import { exportLines } from './export-lines.ts'
import { entriesOf } from './log/entries-of.ts'
import { openLog } from './log/open-log.ts'
import { readReceipt } from './receipt.ts'
import { verify } from './verify.ts'

const headers = { authorization: `Bearer ${TOKEN}` }

describeEach('a row that no server has written, in', createDatabase => {
  test.each(['0', '-3', '-9223372036854775808', '9007199254740993'])(
    'with the seq %s is refused by every function that reads rows, and by the next start',
    async seq => {
      const { address, restore, forge } = await createDatabase()
      await restore()
      await forge(seq)
      const log = await open(address, 'read')
      const refusal = `The log has a row with the seq ${seq}, `
      await expect(verify(entriesOf(log), Date.now())).rejects.toThrow(refusal)
      await expect(exportLines(log).next()).rejects.toThrow(refusal)
      await expect(readReceipt(log, 'forged')).rejects.toThrow('The log has a row with the seq ')
      await expect(openLog(address)).rejects.toThrow(refusal)
    },
  )

  test('with the seq -3 makes the start and each command fail with a message that names the seq, and no command shows the row', async () => {
    const { address, restore, forge } = await createDatabase()
    await restore()
    await forge('-3')
    for (const command of [[], ['verify'], ['export'], ['receipt', 'forged']])
      expect(await runCommand(command, { DATABASE: address })).toEqual({
        code: 1,
        output: expect.stringMatching(
          /^The log has a row with the seq -3, [^\n]*delete the row\.\n$/,
        ),
      })
  })

  test('that appears while the server runs is shown neither with its receipt nor in the export, and other receipts are shown', async () => {
    const { address, forge } = await createDatabase()
    const { app } = await startApp({ exportToken: TOKEN }, address)
    const event = giveEvent()
    await post(app, event)
    await forge('0')
    for (const url of ['/receipts/forged', '/export']) {
      const answer = await app.inject({ url, headers })
      expect(answer.body).not.toContain('bbbb')
      expect(answer.statusCode).toBe(503)
    }
    const answer = await app.inject({ url: `/receipts/${event.receipt}`, headers })
    expect(answer.json().entries).toHaveLength(1)
  })
})
