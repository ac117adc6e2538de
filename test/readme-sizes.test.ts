import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const README = new URL('../README.md', import.meta.url)
const budgets = manifest['size-limit']

/** Converts a limit such as `6144 B`. */
const inKilobytes = (limit = 'no budget') => `${(Number.parseInt(limit, 10) / 1024).toFixed(2)} kB`

const budgetOf = (name: string) => inKilobytes(budgets.find(row => row.name === name)?.limit)

// `npm run unit -- test/readme-sizes.test.ts --update` writes the figures.
test('the figures of the README are those of the budgets', async () => {
  const rows = budgets.map(({ name, limit }) => `| ${name} | ${inKilobytes(limit)} |\n`)
  const text = readFileSync(README, 'utf8')
    .replace(/(<!-- size: (.*?) -->).*?(?=<!-- \/size -->)/g, (_, start, name) =>
      start.concat(budgetOf(name)),
    )
    .replace(
      /(?<=<!-- sizes -->\n)[\s\S]*?(?=<!-- \/sizes -->)/,
      `| what | at most |\n|---|---|\n${rows.join('')}`,
    )
  expect(text).not.toContain('NaN')
  await expect(text).toMatchFileSnapshot(README.pathname)
})
