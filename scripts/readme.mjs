// @ts-check
// Compares the figures of README.md with the budgets of package.json: `npm run size` fails where they
// differ, `node scripts/readme.mjs --write` writes them.

import { readFileSync, writeFileSync } from 'node:fs'

const README = new URL('../README.md', import.meta.url)

/** @type {{ 'size-limit': { name: string, limit: string }[] }} */
const { 'size-limit': budgets } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)

/** @param {string} limit Such as `6144 B`. */
const inKilobytes = limit => `${(Number.parseInt(limit, 10) / 1024).toFixed(2)} kB`

/** @param {string} name */
const budgetOf = name => {
  const budget = budgets.find(row => row.name === name)
  if (!budget)
    throw new Error(`README.md names a size that package.json has no budget for: ${name}`)
  return inKilobytes(budget.limit)
}

const rows = budgets.map(({ name, limit }) => `| ${name} | ${inKilobytes(limit)} |`)
const before = readFileSync(README, 'utf8')
const after = before
  .replace(
    /(<!-- size: (.*?) -->).*?(<!-- \/size -->)/g,
    (_, start, name, end) => `${start}${budgetOf(name)}${end}`,
  )
  .replace(
    /(<!-- sizes -->\n)[\s\S]*?(<!-- \/sizes -->)/,
    (_, start, end) => `${start}| what | at most |\n|---|---|\n${rows.join('\n')}\n${end}`,
  )

if (process.argv.includes('--write')) writeFileSync(README, after)
else if (after !== before) {
  console.error('README.md differs from the budgets: node scripts/readme.mjs --write corrects it.')
  process.exit(1)
}
