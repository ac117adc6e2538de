import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'コンバージョンと、当サイトが併せて渡す値',
  },
  services: {
    'NAVER Analytics': {
      site: '利用統計の分析、広告の効果測定',
      recipient: '統計の提供、NAVER広告のコンバージョン測定',
    },
  },
  stored: {
    _fwb: 'NAVERがこのブラウザを再び識別するための識別子',
    wcs_bt: '前回の訪問日時',
    NA_SA: '検索広告のクリック',
    NA_SAS: '今回の訪問での検索広告のクリック',
    NA_SAC: '今回の訪問でのコンバージョン',
    NA_DA: 'ディスプレイ広告のクリック',
    NA_MI: '広告のクリックの詳細',
    NA_CO: '広告のクリックの詳細',
    NA_TRIDTP: '同じ取引の二重集計の防止',
    NVADID: 'クリックした広告の識別子',
    NA_NACC: 'このブラウザに対するNAVERの識別子の写し',
    NAC: 'NAVERでのブラウザの識別子',
    NACT: 'NAVERでのブラウザの識別子',
    NNB: 'NAVERでのブラウザの識別子',
  },
}
