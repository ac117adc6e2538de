/** The words of the report in English. `fill` replaces words in braces by values. */
export const en = {
  /** The text between the items of a list. */
  separator: ', ',
  title: 'Consent audit',
  subtitle: 'What the page did before and after each choice of a visitor',
  outcomes: { holds: 'Holds', fails: 'Fails', 'not-evaluable': 'Not evaluable' },
  /** The sentence about the whole audit, by outcome. */
  whole: {
    fails: 'The audit found {n} {n:breach|breaches}.',
    holds: 'Every rule that was judged holds.',
    'not-evaluable': 'No breach was seen, but the audit is not complete.',
  },
  /** The sentence in place of `whole` if nothing fails but what somebody accepted. */
  wholeAccepted: 'Every breach that was found is accepted.',
  /** The sentences after the one of `whole` or `wholeAccepted`. */
  next: {
    fails: 'At least one rule is broken on {n} of {all} {all:page|pages}.',
    holds: 'All four phases were played on every page.',
    unfinished: '{n} {n:rule|rules} could not be judged, so this result is not a pass.',
    alsoUnfinished: '{n} further {n:rule|rules} could not be judged.',
    noInventory:
      'No inventory was given. Only known collectors and the cookies that they are known by were judged.',
    accepted: '{n} {n:breach was|breaches were} accepted and {n:does|do} not count.',
  },
  phases: {
    'no-choice': 'No choice',
    refuse: 'Refused',
    accept: 'Accepted',
    withdraw: 'Withdrawn',
  },
  played: {
    'no-choice': 'The visitor looks around, scrolls, visits a second page and answers nothing.',
    refuse:
      'The visitor refuses, scrolls, moves the mouse, visits a second page, waits and reloads the page.',
    accept: 'The visitor accepts.',
    withdraw:
      'The visitor accepts, withdraws in the same page, waits, clicks, leaves and comes back.',
  },
  answers: {
    none: 'before any choice',
    refused: 'after the refusal',
    accepted: 'after the acceptance',
    withdrawn: 'after the withdrawal',
  },
  /** The moment before any answer, by phase, because each phase is a visit of its own. */
  before: {
    'no-choice': 'before any choice',
    refuse: 'before any choice, in the visit that later refuses',
    accept: 'before any choice, in the visit that later accepts',
    withdraw: 'before any choice, in the visit that later accepts and withdraws',
  },
  acts: {
    accept: 'to accept',
    refuse: 'to refuse',
    settings: 'to open the settings',
    save: 'to save the settings',
  },
  topics: {
    contacted: 'Contacts',
    stored: 'Cookies and storage',
    state: 'Google’s consent state',
    topic: 'Subject',
    notJudged: 'Not judged',
    because: 'For this reason the following rules could not be judged.',
    matrix: 'Outcomes by phase',
    wholePage: 'Whole page',
    banner: 'Consent banner',
  },
  /** What the report calls each rule about a whole page. */
  pageRules: {
    'refusal-possible': 'Refusal possible',
    'refusal-as-easy': 'Ease of refusing',
    'refusal-kept': 'Refusal kept',
    'recipients-declared': 'Recipients declared',
    'cookies-declared': 'Cookies declared',
    'lifetimes-as-declared': 'Lifetimes as declared',
  },
  /** The sentence about a rule that holds, or that could not be judged. */
  holds: {
    'no-contact-before-choice': 'Nothing known to need consent is contacted before a choice.',
    'no-contact-after-refusal': 'Nothing known to need consent is contacted after a refusal.',
    'only-declared-after-acceptance': 'After an acceptance only declared collectors are contacted.',
    'no-contact-after-withdrawal': 'Nothing known to need consent is contacted after a withdrawal.',
    'nothing-stored-before-choice': 'Nothing known to need consent is stored before a choice.',
    'nothing-stored-after-refusal': 'Nothing known to need consent is stored after a refusal.',
    'nothing-stored-after-withdrawal':
      'Nothing known to need consent is stored after a withdrawal, or left on this site.',
    'cookies-declared': 'Every cookie is declared in the inventory.',
    'lifetimes-as-declared': 'No cookie lives longer than declared.',
    'recipients-declared': 'Every recipient is named in the inventory.',
    'declared-seen': 'Everything that the inventory declares was seen.',
    'refusal-as-easy':
      'Refusing is as easy as accepting: no more steps, and a control of similar size.',
    'refusal-possible': 'The visitor can refuse.',
    'refusal-kept': 'The refusal is kept after a reload.',
    'consent-state-consistent':
      'The consent state that Google’s tags send matches the visitor’s answer.',
  },
  /** `{what}` breaks the rule or is noted; `{held}` is an addition of `held`, or nothing. */
  fails: {
    'no-contact-before-choice': 'A request to {what} was made before the visitor had chosen{held}.',
    'no-contact-after-refusal': 'A request to {what} was made after the visitor had refused{held}.',
    'only-declared-after-acceptance':
      'A request to {what} was made after the acceptance, but the inventory declares it under no purpose{held}.',
    'no-contact-after-withdrawal':
      'A request to {what} was made after the visitor had withdrawn consent{held}.',
    'nothing-stored-before-choice': '“{what}” was stored before the visitor had chosen.',
    'nothing-stored-after-refusal': '“{what}” was stored although the visitor had refused.',
    'nothing-stored-after-withdrawal':
      '“{what}” was stored or left after the visitor had withdrawn consent.',
    'cookies-declared': 'The cookie “{what}” is not declared in the inventory.',
    'lifetimes-as-declared': 'The cookie “{what}” lives longer than the inventory declares.',
    'recipients-declared':
      'Requests to {what} were made, but the inventory does not name it{held}.',
    'declared-seen': '{what} is declared and was not seen in this audit.',
    'refusal-as-easy': 'Refusing is harder than accepting ({what}).',
    'refusal-possible': 'The banner asks for consent, but offers no way to refuse.',
    'refusal-kept': 'The banner asked again after the visitor had refused and reloaded the page.',
    'consent-state-consistent':
      'A request told Google a consent state that the visitor had not given ({what}).',
  },
  /** The sentences if `refusal-as-easy` fails, and the measures of a control. */
  refusal: {
    steps: 'Refusing takes more steps than accepting.',
    size: 'The control that accepts is markedly larger than the one that refuses.',
    measured: 'Steps: {steps}. Size: {width} × {height} px.',
  },
  /** Additions to `fails` about requests that the audit held. */
  held: {
    all: ' (held by the audit, not sent)',
    butScripts:
      ' (held by the audit, not sent, except for {n} {n:script|scripts} that the audit fetched)',
  },
  reasons: {
    'no-banner': 'No consent banner was found.',
    'no-refuse': 'No control to refuse was found.',
    'no-accept': 'No control to accept was found.',
    'no-withdrawal': 'No control to withdraw consent was found.',
    unclear: 'The audit could not tell which control to press.',
    stays: 'The visitor answered, but the banner or the settings did not close.',
    'no-effect': 'Nothing changed after the acceptance: no cookie, no key, no request.',
    'no-control': 'A selector of the options found no control.',
    interrupted: 'The audit was interrupted.',
    'no-answer': 'The address did not answer, or answered with an HTTP error.',
    certificate: 'The certificate of the page is not valid.',
    'other-site': 'The page led to another site.',
    'time-limit': 'The phase reached its time limit.',
    'request-limit': 'The phase reached its limit of requests.',
    error: 'The phase ended with an error.',
    missing: 'The audit did not play this phase.',
    'unknown-controls':
      'The audit found no control to refuse, but could not tell what some controls do.',
    'nothing-asked':
      'The banner has no control to refuse, but nothing that needs consent was seen.',
    'unread-storage': 'Some frames of the page did not tell their storage keys.',
    'not-checked': 'The audit did not check this.',
  },
  /** The sentence for the reason `stays` if only the phase `refuse` has this reason. */
  staysRefused: 'The visitor refused, but the banner or the settings did not close.',
  standings: {
    necessary: 'Declared as necessary',
    declared: 'Declared',
    undeclared: 'Not declared',
    known: 'Known collector',
    unknown: 'Not judged',
  },
  headings: {
    summary: 'Summary',
    failed: 'What failed',
    unfinished: 'What could not be judged',
    held: 'What holds',
    notes: 'Declared and not seen',
    findings: 'Findings and evidence',
    contacts: 'Who was contacted',
    stored: 'Cookies and storage',
    state: 'Google’s consent state',
    screenshots: 'What the visitor did',
    conditions: 'Conditions of this audit',
    reading: 'How to read this report',
  },
  evidence: {
    open: 'Evidence',
    request: 'Request',
    initiator: 'Caused by',
    time: 'Time',
    answer: 'Moment',
    held: 'held, not sent',
    /** Says that the audit fetched the script from another address than the page asked for. */
    fetched: 'fetched by the audit: {url}',
    fetchedSame: 'fetched by the audit',
    insertedBy: 'inserted by',
    /** The number of requests to one address, and the times of the first and the last. */
    repeated: '{n} times, {first} s to {last} s after the phase began',
    control: 'Control',
    pressedControl: 'Pressed control',
    noAct: 'not known',
    id: 'Id',
    cookie: 'Cookie',
    setBy: 'Set by',
    lifetime: 'Lifetime',
    key: 'Storage key',
    screenshot: 'Screenshot',
    seeScreenshot: 'See the screenshot',
    more: '{n} more {n:is|are} in the JSON file.',
    atSecond: '{n} s after the phase began',
    /** Which control the audit pressed, and what for. */
    pressed: 'Pressed “{words}” {act}.',
  },
  initiators: {
    script: 'Script',
    markup: 'Page markup',
    style: 'Style sheet',
    worker: 'Worker',
    'service-worker': 'Service worker',
    unknown: 'Not known',
  },
  origins: { header: 'Answer of {url}', script: 'Script on the page', unknown: 'Not known' },
  contacts: {
    who: 'Recipient',
    hosts: 'Hosts',
    requests: 'Requests',
    when: 'Moment',
    standing: 'In the inventory',
    /** The heading of the column `standing` if there is no inventory. */
    judgedAs: 'Judged as',
    none: 'Nobody but the site itself was contacted.',
    someHeld: '{n}, of these held: {held}',
  },
  stored: {
    name: 'Name',
    kind: 'Kind',
    kinds: {
      cookie: 'Cookie',
      local: 'Local storage',
      session: 'Session storage',
      indexeddb: 'IndexedDB',
      cache: 'Cache',
    },
    lifetime: 'Lifetime',
    phases: 'Seen in phase',
    left: 'After the withdrawal',
    isLeft: 'still there',
    notLeft: 'gone',
    setAfter: 'stored again, deleted later',
    session: 'session',
    untilDeleted: 'until deleted',
    notStated: 'not stated',
    declaredAs: 'declared: {time}',
    none: 'No cookie and no storage key was seen.',
    heldHosts:
      'Requests to these hosts were held. Cookies that their answers would have set could not be seen and are not judged: {hosts}.',
  },
  state: {
    signals: {
      ad_storage: 'Storage for advertising',
      analytics_storage: 'Storage for analytics',
      ad_user_data: 'User data for advertising',
      ad_personalization: 'Personalised advertising',
    },
    states: { granted: 'granted', denied: 'denied', 'not-set': 'not set (counts as granted)' },
    requests: 'Requests',
    sent: 'As sent',
    none: 'No request carried a consent state of Google.',
  },
  conditions: {
    tool: 'Tool',
    browser: 'Browser',
    began: 'Date',
    duration: 'Duration',
    pages: 'Pages',
    mode: 'Mode',
    held: 'Held: requests to known collectors were recorded and answered by the audit.',
    /** Follows `held` if the audit fetched scripts of collectors, or tried to. */
    heldBut:
      'The audit itself fetched only {n:this|these} {n} {n:script|scripts} of collectors: {urls}. Nothing else of these requests reached the network.',
    /** Follows `held` if the audit held every request to a collector. */
    heldAll: 'Nothing of them reached the network.',
    live: 'Live: requests to collectors reached the network.',
    visitor: 'Visitor',
    visitorValue:
      'Looks {wait} before each act; language {locale}; window {width} × {height} px; {gpc}',
    gpc: 'sends Global Privacy Control',
    noGpc: 'sends no Global Privacy Control',
    scripts: 'Scripts of the site',
    scriptsValue: '{n} {n:script|scripts}, each with the SHA-256 of its text',
    limits: 'Limits',
    limitsValue: '{time} and {requests} requests per phase',
    banner: 'Banner',
    banners: {
      spaceone: 'SpaceONE Consent',
      selectors: 'found by the selectors of the options',
      words: 'found by the words of its buttons',
      none: 'not found',
    },
    inventory: 'Inventory',
    inventoryValue: 'Policy version {version}, hash {hash}',
    noInventory: 'None',
    sha256: 'SHA-256 of the evidence',
    sha256Note: 'Computed over the value of “seen” in the JSON file, written without spaces.',
    asGiven: 'given as {url}',
  },
  comparison: {
    heading: 'Since the earlier audit',
    counts: 'New: {new}. The same: {same}. Gone: {gone}.',
    new: 'New',
    same: 'The same',
    gone: 'Gone',
    notJudged: 'Failed earlier, could not be judged now',
    newlyOpen: 'Could be judged earlier, cannot be judged now',
  },
  acceptance: {
    heading: 'Accepted breaches',
    by: 'Accepted by {author} until {expires}: {reason}',
    expired: 'The acceptance of {id} by {author} expired on {expires}.',
    unused: 'The acceptance of {id} by {author} was not needed: this finding was not seen.',
  },
  /** The terms of the report, each with an explanation. */
  reading: {
    holds: {
      term: 'Holds',
      text: 'Everything that the rule needs was seen, and nothing was seen that breaks the rule.',
    },
    fails: {
      term: 'Fails',
      text: 'At least one request, cookie, storage key or control breaks the rule. Each finding shows what was seen, when, and what caused it.',
    },
    notEvaluable: {
      term: 'Not evaluable',
      text: 'The audit could not see whether the rule is kept, for example because no banner was found or a phase could not be played. It says nothing against the page, and nothing for it. Repeat the audit, or check the point by hand.',
    },
    held: {
      term: 'Held requests',
      text: 'By default the audit answers requests to known collectors itself, so that it adds nothing to anybody’s statistics. It fetches only the scripts of collectors, to see what they would send. Cookies that such an answer would have set cannot be seen. They are not judged.',
    },
    limits: {
      term: 'What an audit cannot see',
      text: 'It sees what a browser sends and stores on the pages that it visits. It does not see what servers pass on to each other, pages behind a login, or other browsers and countries. It is technical evidence and not a legal opinion.',
    },
  },
}

/** The words of the report in one language. */
export type ReportWords = typeof en
