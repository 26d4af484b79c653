// Traditional characters that stand in headers, units and totals, each beside its simplified form. Names of people, firms and places are never put through this.
// prettier-ignore
const PAIRS =
  '項项 號号 編编 碼码 稱称 資资 簽签 約约 時时 間间 額额 萬万 億亿 總总 計计 區区 縣县 鎮镇 鄉乡 園园 產产 業业 鏈链 責责 單单 門门 領领 導导 聯联 絡络 員员 進进 階阶 劃划 備备 註注 開开 動动 認认 據据 賬账 帳账 實实 際际 國国 別别 幣币 種种 類类 協协 議议 訂订 對对 達达 標标 務务 關关 況况 變变 終终 選选 擇择 審审 還还 數数 來来 線线 談谈 獲获 報报 點点 質质 狀状 態态 問问 題题 專专 屬属 歸归 場场 級级 層层 頭头 劉刘 規规 結结 論论 會会 應应 個个 後后 預预 續续 復复 暫暂 緩缓 滿满 廢废 證证 憑凭 匯汇 執执 負负 聲声 權权 極极 構构 書书 長长 電电 話话 納纳 統统 庫库 內内 紀纪 錄录 歷历 處处 廠厂 設设 貸贷 貨货 運运 營营 築筑 師师 歐欧 韓韩 萊莱 戶户 請请 檔档 傳传 優优 佔占 淨净 價价 擬拟 採采 積积 畝亩 範范 圍围 擔担 調调 遲迟 順顺 撥拨 徵征 讓让 購购 賃赁 縮缩 減减 補补 測测 環环 評评 許许 畢毕 試试 術术 詳详 細细';
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map(([from, to]) => [from!, to!]));
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');
const IS_TRADITIONAL = new Uint8Array(0x10000); // looked up by code: every cell of a ledger is asked
for (const sign of SIMPLIFIED.keys()) IS_TRADITIONAL[sign.charCodeAt(0)] = 1;

/** Words of a form in simplified characters, so that a ledger from Hong Kong, Macao or Taiwan is read like any other. */
export const simplified = (text: string): string => {
  for (let at = 0; at < text.length; at += 1)
    if (IS_TRADITIONAL[text.charCodeAt(at)] === 1) return text.replace(TRADITIONAL, (sign) => SIMPLIFIED.get(sign)!);
  return text;
};
