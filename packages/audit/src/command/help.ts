const AUDIT = `Proves what a live page does before and after each choice of a visitor.

  consent-audit <address> [more addresses] [options]
  consent-audit verify <consent-audit.zip> [--key <file>]
  consent-audit judge <consent-audit.zip> [options]
  consent-audit sources <folder or file> [more] [options]

What is judged
  --inventory <file>      the JSON of inventoryOf(), from @spaceone/consent/inventory
  --baseline <zip>        an earlier consent-audit.zip: only what is new decides the exit code
  --accept-file <file>    findings that somebody has accepted (default: consent-audit.accept.json
                          of the current folder, if it is there)
  --pages <a,b>           more pages, as paths of the first address or as addresses
  --sitemap               more pages of the site's sitemap that its robots.txt allows
  --page-limit <n>        most pages in all, with --sitemap (default: 10)

What is written
  --output <folder>       where consent-audit.zip and the reports go (default: here)
  --format <list>         html, json, markdown, sarif (default: html,json)
  --language <en|ko|ja>   language of the HTML report and of the Markdown (default: en)
  --suggest <file>        a configuration in TypeScript with what the inventory does not declare:
                          presets where there are, else declarations, with TODO where a person
                          must say something
  --force                 overwrite the file of --suggest
  --sign <file>           a private key in PEM, of the kind Ed25519, that signs consent-audit.zip

The visit
  --hold                  hold requests to collectors in the browser, so that an audit adds nothing
                          to anybody's statistics (the default)
  --live                  do not hold these requests
  --accept <selector>, --refuse <selector>, --settings <selector>, --save <selector>
                          the banner's controls, for a banner that the audit does not understand;
                          a selector that matches nothing ends the phase
  --channel <name>        chrome, msedge or chromium (default: the first that is installed)
  --browser-path <file>   a browser of the Chromium family
  --locale <tag>          language that the pages are asked for (default: en-US)
  --viewport <size>       size of the page, such as 390x844 (default: 1280x800); the browser
                          still says that it is a desktop's
  --gpc                   send Global Privacy Control
  --storage-state <file>  cookies and storage to begin with, as Playwright writes them
  --phase-limit <s>       longest duration of a phase, in seconds (default: 90)
  --request-limit <n>     most requests of a phase (default: 500)
  --wait <s>              pause between the visitor's acts, in seconds (default: 1.5); a visitor
                          without a choice looks around for nine pauses, at least ten seconds by
                          default
  --help, --version

Exit codes: 0 every rule holds; 1 a rule fails; 2 nothing was played, or a report or the
file of --suggest could not be written; 3 none fails, but something could not be evaluated.`

const VERIFY = `Says whether a sealed file is as the audit has written it. Uses no network.

  consent-audit verify <consent-audit.zip> [options]

  --key <file>   the public key in PEM that must have signed the file

Exit codes: 0 intact; 1 altered; 2 the file or the key could not be read.`

const JUDGE = `Verifies a sealed file and judges it by today's rules. Uses no network and no browser.

  consent-audit judge <consent-audit.zip> [options]

  --inventory <file>      the inventory to judge with (default: the one in each sealed file)
  --baseline <zip>        an earlier consent-audit.zip: prints what is new, gone and the same, and
                          only what is new decides the exit code
  --accept-file <file>    findings that somebody has accepted (default: consent-audit.accept.json
                          of the current folder, if it is there)
  --output <folder>       where the reports go (default: none are written)
  --format <list>         html, json, markdown, sarif (default: html,json)
  --language <en|ko|ja>   language of the HTML report and of the Markdown (default: en)
  --suggest <file>        a configuration with what the inventory does not declare
  --force                 overwrite the file of --suggest
  --key <file>            the public key in PEM that must have signed the file

Exit codes: 0 every rule holds; 1 a rule fails, or a file was altered; 2 a file could not be read
or written; 3 none fails, but something could not be evaluated.`

const SOURCES = `Lists the cookies and keys in sources, and the hosts and packages of known collectors, that no
service of an inventory declares. Uses no network and no browser.

  consent-audit sources <folder or file> [more] [options]

  --inventory <file>      the JSON of inventoryOf() (default: nothing is declared)
  --format <name>         terminal, json, github or markdown (default: terminal)
  --json                  the same as the format json

Reads .js, .ts, .jsx, .tsx, .vue, .svelte, .astro, .html and package.json, but not node_modules,
dist and folders that begin with a dot. A comment on the line before ignores a finding:

  // consent-ignore-next-line undeclared-storage the theme, which identifies nobody

Codes: undeclared-cookie, undeclared-storage, undeclared-host, undeclared-package, invalid-ignore.

Exit codes: 0 nothing found; 1 findings; 2 an option, a path or the inventory is invalid; 3 nothing
found, but a file was left out: it is binary, larger than 5 MB, or cannot be parsed.`

/** The verbs of the command. Without one, the command audits. */
export const VERBS = ['verify', 'judge', 'sources'] as const

/** The help of each verb. */
export const HELP: Readonly<Record<'audit' | (typeof VERBS)[number], string>> = {
  ...{ audit: AUDIT, verify: VERIFY, judge: JUDGE, sources: SOURCES },
}
