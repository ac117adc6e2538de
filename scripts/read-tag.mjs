// @ts-check
// Prints each host and path in the text of a tag's file that no rule for Google's services has:
// `node scripts/read-tag.mjs gtag.js`. The files of tags are Google's and stay out of the repository.

import { readFileSync } from 'node:fs'
import { unknownAddresses } from './lib/unknown-addresses.mjs'

for (const file of process.argv.slice(2))
  for (const address of await unknownAddresses(readFileSync(file, 'utf8'))) console.log(address)
