import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import budgets from '../.size-limit.mjs'

/** Converts a size limit such as `6144 B` to the README's form. */
const inKilobytes = (limit = 'no budget') => `${(Number.parseInt(limit, 10) / 1024).toFixed(2)} kB`

const budgetOf = (name: string) => inKilobytes(budgets.find(row => row.name === name)?.limit)

// `npm run unit -- test/readme-sizes.test.ts --update` writes the limits into the README.
test('the sizes in the README agree with the limits in .size-limit.mjs', async () => {
  const { pathname } = new URL('../README.md', import.meta.url)
  const text = readFileSync(pathname, 'utf8').replace(
    /(<!-- size: (.*?) -->).*?(?=<!-- \/size -->)/g,
    (_, start, name) => start.concat(budgetOf(name)),
  )
  expect(text).toContain('<!-- size: ')
  expect(text).not.toContain('NaN')
  await expect(text).toMatchFileSnapshot(pathname)
})
