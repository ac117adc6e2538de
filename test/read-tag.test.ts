import { expect, test } from 'vitest'
import { unknownAddresses } from '../scripts/lib/unknown-addresses.mjs'

test('lists the hosts and paths in the text of a tag that no rule for Google has', async () => {
  const text = `
    var a = "https://www.google.com/g/collect", b = 'https://new.tag.test.goog/hit?x=1'
    send("//region1.google-analytics.com/g/collect"); c = "www.google.com/other/path", d = \`/new/hit\`
    e = "/measurement/conversion"; f = "gtm.js"; g = "event.name"; h = "//stats.g.doubleclick.net/j"
    i = "https://" + "www.google.com" + "/g/collect"; j = "https://new.tag.test.goog/hit"`
  expect(await unknownAddresses(text)).toEqual([
    ...['/new/hit', 'new.tag.test.goog/hit', 'www.google.com', 'www.google.com/other/path'],
  ])
})
