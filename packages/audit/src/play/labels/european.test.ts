import { expect, test } from 'vitest'
import { type Reading, readAll, rowsOf } from '../../../test/support/label-rows.ts'

const check = (_: string, label: string, expected: Reading) => {
  expect(readAll(label)).toEqual(expected)
}

// Klaro 0.7, Orejime 3.2, tarteaucitron 1.34, c15t 2.2 and cookie-consent-js 2.1 on npm.
test.each(
  rowsOf('German', {
    accept: [
      ...[
        'Alle akzeptieren',
        'Akzeptieren',
        'Erlauben',
        'Cookies akzeptieren',
        'Alle Cookies akzeptieren',
      ],
      ...['Alle Einstellungen akzeptieren', 'Alle zulassen', 'Zustimmen', 'Einverstanden'],
    ],
    answer: ['Das ist ok', 'Verstanden', 'Ja'],
    refuse: [
      ...[
        'Ich lehne ab',
        'Ablehnen',
        'Alle ablehnen',
        'Alle Einstellungen ablehnen',
        'Verbiete alle Cookies',
      ],
      ...[
        'Optionalen Cookies ablehnen',
        'Nur technisch notwendige Cookies akzeptieren',
        'Nein, danke',
      ],
      ...[
        'Nur notwendige Cookies',
        'Weiter ohne Einwilligung',
        'Nicht zustimmen',
        'Nur essenzielle',
      ],
    ],
    save: ['Speichern', 'Ausgewählte akzeptieren', 'Einstellungen speichern', 'Auswahl erlauben'],
    settings: [
      'Lassen Sie mich wählen',
      'Konfigurieren',
      'Personalisieren',
      'Anpassen',
      'Einstellungen',
    ],
    open: ['Cookie-Einstellungen', 'Datenschutz-Einstellungen', 'Cookies konfigurieren'],
    withdraw: ['Einwilligung widerrufen'],
    close: ['Schließen', 'Einstellungen schließen', 'Cookies-Banner ausblenden'],
    nothing: [
      ...[
        'Datenschutzerklärung',
        'Impressum',
        'Immer',
        'erlaubt',
        'nicht erlaubt',
        'Notwendige Cookies',
      ],
      ...['Vertrag widerrufen', 'Alle auswählen', 'AGB akzeptieren', 'Nicht ablehnen'],
    ],
  }),
)('%s', check)

test.each(
  rowsOf('French', {
    accept: [
      ...[
        'Accepter tout',
        'Tout accepter',
        'Accepter',
        'Autoriser',
        'Accepter tous les cookies',
        "J'accepte",
      ],
      ...['Accepter et fermer', "D'accord"],
    ],
    answer: ["C'est bon.", 'Oui', 'J’ai compris'],
    refuse: [
      ...[
        'Je refuse',
        'Tout refuser',
        'Refuser tous les cookies optionnels',
        'Interdire',
        'Tout rejeter',
      ],
      ...[
        'Continuer sans accepter',
        "N'acceptez que les cookies techniquement nécessaires",
        'Non merci',
      ],
      ...['Ne pas accepter', 'Cookies nécessaires uniquement'],
    ],
    save: [
      'Enregistrer',
      'Accepter sélectionné',
      'Sauvegarder',
      'Enregistrer les paramètres',
      'Valider',
    ],
    settings: ['Laissez-moi choisir', 'Configurer', 'Personnaliser', 'Gestion des services'],
    open: [
      'Panneau de gestion des cookies',
      'Configurer les cookies',
      'Paramètres de confidentialité',
    ],
    withdraw: ['Retirer mon consentement'],
    close: ['Fermer', 'Fermer les préférences', 'Masquer le bandeau des cookies'],
    nothing: [
      ...['Politique de confidentialité', 'mentions légales', 'Toujours', 'autorisé', 'interdit'],
      ...['Cookies obligatoires', 'Accepter les conditions', 'Ne pas refuser', 'Tout sélectionner'],
    ],
  }),
)('%s', check)
