import { expect, test } from 'vitest'
import { DATABASES, open, tagsOf } from '../test/databases.ts'
import { submission } from '../test/samples.ts'
import { checkLog } from './check-log.ts'

for (const [name, createDatabase] of DATABASES)
  test(`while a log in ${name} is verified, the process does other work in between`, {
    tags: tagsOf(name),
  }, async () => {
    const log = await open((await createDatabase()).address)
    await log.append(
      Array.from({ length: 2000 }, () => submission()),
      Date.now(),
    )
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 0)
    const verdict = await checkLog(log, Date.now())
    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
    expect(verdict).toMatchObject({ ok: true, head: { seq: 2000 } })
  })
