import { DEFAULTS, type Settings } from '../../examples/playground/settings.js'

/** A text that ends a string, an attribute and a script element, if nothing escapes it. */
const HOSTILE = `'"\`\${a}\\ </script><!--<img src=x onerror=alert(1)> & ㅎ\u202e`

/** Settings of the playground that all differ from the defaults. */
export const FULL: Settings = {
  ...DEFAULTS,
  ...{ lang: 'ko', page: 'ja', position: 'inline', theme: 'dark', accent: 'ffd400' },
  ...{
    button: 'left',
    ga: 'G-2A',
    gtm: 'GTM-2A',
    ads: 'AW-2',
    purposes: 'marketing,personalization',
  },
  ...{
    policyVersion: '"2" & <3>',
    csp: 'nonce',
    policyUrl: '/privacy?a=1&b="2"\u202e',
    'policyUrl.ko': '/ko/privacy',
  },
  ...{ 'heading.en': HOSTILE, 'lead.ko': HOSTILE, 'accept.ja': HOSTILE, 'preferences.ko': HOSTILE },
  services: [1, 2].map(number => ({
    ...{ name: `${number}${HOSTILE}`, category: 'support', company: HOSTILE, country: 'US' },
    ...{ 'words.en': HOSTILE, 'words.ko': HOSTILE, 'words.ja': HOSTILE },
    ...{ 'theirs.en': HOSTILE, 'theirs.ko': HOSTILE, 'theirs.ja': HOSTILE },
    ...{ relation: 'processor', hosts: 'chat.example, *.chat.example', cookies: 'chat_*,id' },
    days: '90',
  })),
}
