/** The help of the command. */
export const HELP = `Makes files of a site's consent.config.ts, and notices what has changed in it.

  spaceone-consent inventory | notices | policy | check | build [options]

For every command
  --config <file>    the configuration (default: consent.config.ts, .mts, .mjs, .js or .json of the
                     current folder)
  --help, --version

inventory, notices, policy: files for the pages, and earlier ones by version
  --out <folder>     where the files go (default: public/consent)
  --section <list>   policy: cookies, behavioural, transfers, recipients, external-transmission
                     (default: all)
  --language <list>  policy: en, ko, ja (default: those of policy.url, else all)
  --format <list>    policy: html, md, text (default: html)
  --level <1-5>      policy: level of the heading (default: 2)
  --address <url>    policy: address of the site, for steps that name its host

check: what differs from consent.lock.json
  --lock <file>      the lock (default: consent.lock.json beside the configuration)
  --write            write the lock
  --format <name>    text, json or github (default: text)
  --json             the same as --format json

build: a classic script to stand before consent.js
  --out <file>       the script (default: public/consent/consent.config.js)
  --folder <url>     address of the folder with consent.js (default: /consent/<version>/)
  --watch            build again after each change in the folder of the configuration

Exit codes: 0 done; 1 findings that are not harmless, or mistakes, which are printed (check --write:
only mistakes); 2 the arguments or a file cannot be used.`
