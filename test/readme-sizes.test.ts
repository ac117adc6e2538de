import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import budgets from '../.size-limit.mjs'

/** Converts a size limit such as `6144 B` to the README's form. */
const inKilobytes = (limit = 'no budget') => `${(Number.parseInt(limit, 10) / 1024).toFixed(2)} kB`

const budgetOf = (name: string) => inKilobytes(budgets.find(row => row.name === name)?.limit)

// `npm run unit -- test/readme-sizes.test.ts --update` writes the limits into the READMEs.
test.each(['README.md', 'packages/README.md'])(
  'the sizes in %s agree with the limits in .size-limit.mjs',
  async file => {
    const { pathname } = new URL(`../${file}`, import.meta.url)
    const rows = budgets.map(({ name, limit }) => `| ${name} | ${inKilobytes(limit)} |\n`)
    const text = readFileSync(pathname, 'utf8')
      .replace(/(<!-- size: (.*?) -->).*?(?=<!-- \/size -->)/g, (_, start, name) =>
        start.concat(budgetOf(name)),
      )
      .replace(
        /(?<=<!-- sizes -->\n)[\s\S]*?(?=<!-- \/sizes -->)/,
        `| what | at most |\n|---|---|\n${rows.join('')}`,
      )
    expect(text).toMatch(/<!-- sizes?\b/)
    expect(text).not.toContain('NaN')
    await expect(text).toMatchFileSnapshot(pathname)
  },
)
