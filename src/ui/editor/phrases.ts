/** Decap's Chinese, completed: what its own lacks would be English, and some of it says something else than is done. */
import type { Decap } from './decap.ts';

/** The locale of the configuration. */
const LOCALE = 'zh_Hans';

/** As nested as Decap's own phrases; a word in %{…} is filled in by it. */
interface Phrases {
  [name: string]: string | Phrases;
}

const LACKING: Phrases = {
  auth: { loginWithForgejo: '用 Forgejo 账号登录' },
  app: { header: { content: '文件', media: '附件和图片' } },
  collection: {
    sidebar: { collections: '栏目' },
    collectionTop: { viewAsList: '列表', viewAsGrid: '卡片' },
    entries: { unpublishedHeader: '还没有发布的' },
  },
  editor: {
    editorControl: { field: { widgetLabel: '%{widgetLabel}栏' } },
    editorControlPane: {
      widget: {
        regexPattern: '%{fieldLabel}写得不对，应为%{pattern}',
        rangeMin: '%{fieldLabel}至少要 %{minCount} 项',
        rangeMax: '%{fieldLabel}最多 %{maxCount} 项',
      },
    },
    editorToolbar: {
      backCollection: '正在编辑：%{collectionLabel}',
      inReview: '审阅中',
      deployPreviewPendingButtonLabel: '没有预览',
      statusInfoTooltipDraft: '现在是草稿。写好以后把状态改为“审阅中”，送人审阅。',
      statusInfoTooltipInReview: '正在审阅，不用再做什么；审阅期间仍可修改。',
    },
    editorWidgets: {
      image: { chooseMultiple: '选图片', addMore: '再加图片', removeAll: '全部去掉' },
      file: { chooseMultiple: '选文件', addMore: '再加文件', removeAll: '全部去掉' },
      datetime: { now: '今天', setToNow: '填今天' },
      list: { addType: '加一条%{item}' },
      object: { expand: '展开', collapse: '收起' },
    },
  },
  mediaLibrary: { mediaLibraryModal: { close: '关闭', deleting: '正在删除...', mediaAssets: '附件和图片' } },
  ui: { settingsDropdown: { account: '账号' } },
  workflow: {
    workflow: {
      newPost: '新建',
      description: '%{smart_count} 份在审阅，%{readyCount} 份已就绪',
      dateFormat: 'YYYY-MM-DD',
    },
    workflowList: { inReviewHeader: '审阅中', currentEntries: '%{smart_count} 份' },
  },
};

/** In a folder nothing is published: what is saved is in the file. */
const AT_ONCE: Phrases = {
  editor: {
    editorToolbar: {
      publish: '保存',
      publishing: '正在保存...',
      publishNow: '存入文件',
      published: '已存入文件',
      publishAndCreateNew: '存入文件，再新建一份',
      publishAndDuplicate: '存入文件，再复制一份',
    },
  },
  ui: { toast: { entryPublished: '已存入文件', entrySaved: '已存入文件' } },
};

/** Completes the phrases of `cms`; `atOnce` where what is saved is in the file at once. */
export function completePhrases(cms: Decap, atOnce: boolean): void {
  const own = (cms.getLocale(LOCALE) ?? {}) as Phrases;
  cms.registerLocale(LOCALE, [LACKING, ...(atOnce ? [AT_ONCE] : [])].reduce(merged, own));
  completeQuestions();
}

function merged(base: Phrases, more: Phrases): Phrases {
  const entries = Object.entries(more).map(([name, phrase]) => {
    const known = base[name];
    const nested = typeof phrase !== 'string' && typeof known === 'object';
    return [name, nested ? merged(known, phrase) : phrase] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}

/** The one question that Decap asks in English whatever its locale. */
function completeQuestions(): void {
  const ask = window.confirm.bind(window);
  window.confirm = (question = '') =>
    ask(
      question.replace(
        /^(.+) already exists\. Do you want to replace it\?$/,
        '已经有名为 $1 的文件，换成现在这一份吗？',
      ),
    );
}
