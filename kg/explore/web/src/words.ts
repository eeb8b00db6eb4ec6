// The interface's own words, Chinese and English; names of the graph are data.

const ZH = {
  title: "工会图谱",
  subtitle: "哪些工会为哪些劳动者做了什么",
  matrix: "总览",
  graph: "关系图",
  timeline: "时间线",
  list: "列表",
  search: "搜索",
  searchHint: "汉字、拼音或首字母",
  language: "English",
  themeAuto: "跟随系统",
  themeLight: "浅色",
  themeDark: "深色",
  filters: "筛选",
  clear: "清除全部",
  close: "关闭",
  initiatives: "活动",
  union: "工会",
  initiative: "活动",
  group: "劳动者群体",
  place: "地点",
  person: "人物",
  organization: "单位",
  nothing: "没有符合条件的活动。",
};

export type Words = Record<keyof typeof ZH, string>;

const EN: Words = {
  title: "Union graph",
  subtitle: "Which unions did what for whom",
  matrix: "Overview",
  graph: "Network",
  timeline: "Timeline",
  list: "List",
  search: "Search",
  searchHint: "characters, pinyin or initials",
  language: "中文",
  themeAuto: "As the system",
  themeLight: "Light",
  themeDark: "Dark",
  filters: "Filters",
  clear: "Clear all",
  close: "Close",
  initiatives: "initiatives",
  union: "Union",
  initiative: "Initiative",
  group: "Worker group",
  place: "Place",
  person: "Person",
  organization: "Organisation",
  nothing: "No initiative meets these conditions.",
};

export const WORDS: Record<"zh" | "en", Words> = { zh: ZH, en: EN };
