import type { Finding } from 'disclosure-contract/checks';

/** What an inspection can say of a file besides its text. */
export const ATTACHMENT_RULES = [
  'archive_damaged',
  'archive_encrypted',
  'archive_holds_program',
  'archive_nested',
  'archive_too_large',
  'archive_too_many',
  'comments_kept',
  'content_unreadable',
  'file_signed',
  'file_type_wrong',
  'has_macros',
  'hidden_content',
  'no_text_layer',
  'partly_read',
  'tracked_changes',
  'virus_found',
] as const;
export type AttachmentRule = (typeof ATTACHMENT_RULES)[number];

/** A finding of a file before it is known of which item: where in the file it stands, or null for all of it. */
export interface AttachmentNote {
  readonly rule: AttachmentRule;
  readonly part: string | null;
  /** The very words, such as names of authors; '' where there are none. */
  readonly found: string;
}

type Wording = Pick<Finding, 'severity' | 'message'>;

/** What each rule says to an editor. `error` keeps the file from being uploaded and from being published. */
export const NOTE_WORDINGS: Readonly<Record<AttachmentRule, Wording>> = {
  archive_damaged: {
    severity: 'error',
    message: {
      zh: '文件已损坏，无法打开。请重新保存后上传。',
      en: 'The file is damaged and does not open. Save it again, then upload it.',
    },
  },
  archive_encrypted: {
    severity: 'warning',
    message: {
      zh: '文件有密码，系统无法检查其中的内容，公众也打不开。请去掉密码。',
      en: 'The file has a password: its content cannot be checked, and the public cannot open it. Remove the password.',
    },
  },
  archive_holds_program: {
    severity: 'error',
    message: {
      zh: '压缩包中有程序或脚本，不能公开。请删去后重新压缩。',
      en: 'The archive holds a program or a script, which cannot be published. Take it out.',
    },
  },
  archive_nested: {
    severity: 'error',
    message: {
      zh: '压缩包套得太深。请把文件直接放在一个压缩包里。',
      en: 'Archives lie inside archives too deep. Put the files into one archive.',
    },
  },
  archive_too_large: {
    severity: 'error',
    message: {
      zh: '解压后超过上限，可能是压缩炸弹。请减少内容或者拆成几个文件。',
      en: 'Unpacked, this is larger than is allowed, as zip bombs are. Make it smaller or split it.',
    },
  },
  archive_too_many: {
    severity: 'error',
    message: {
      zh: '压缩包中的文件太多。请拆成几个压缩包。',
      en: 'The archive holds too many files. Split it.',
    },
  },
  comments_kept: {
    severity: 'warning',
    message: {
      zh: '文件里有批注，公众能看到批注和批注人的姓名。请删去批注后重新上传。',
      en: 'The file has comments: the public sees them and who wrote them. Delete them and upload it again.',
    },
  },
  content_unreadable: {
    severity: 'warning',
    message: {
      zh: '系统读不出这种文件的内容，没有检查其中的个人信息，也没有清除元数据。请改用 docx、xlsx 或者 pdf。',
      en: 'Files of this kind cannot be read: personal data in it was not looked for, and its metadata stays. Use docx, xlsx or pdf.',
    },
  },
  file_signed: {
    severity: 'warning',
    message: {
      zh: '文件带有电子签名。清除元数据会使签名失效，因此将原样公开。',
      en: 'The file is signed. Removing its metadata would break the signature, so it is published as it is.',
    },
  },
  file_type_wrong: {
    severity: 'error',
    message: {
      zh: '文件内容与扩展名不符。请用正确的格式保存后重新上传。',
      en: 'The file is not what its name says. Save it in the right format and upload it again.',
    },
  },
  has_macros: {
    severity: 'error',
    message: {
      zh: '文件带有宏，不能公开。请另存为不带宏的格式。',
      en: 'The file carries macros, which cannot be published. Save it without them.',
    },
  },
  hidden_content: {
    severity: 'warning',
    message: {
      zh: '文件里有隐藏的内容，公众可以显示出来。不应公开的，请删去。',
      en: 'The file has hidden content, which the public can show. Delete what is not to be public.',
    },
  },
  no_text_layer: {
    severity: 'warning',
    message: {
      zh: '文件里没有文字，可能是扫描件：其中的个人信息没有检查，读屏软件也读不出。',
      en: 'The file has no text and may be a scan: personal data was not looked for, and screen readers cannot read it.',
    },
  },
  partly_read: {
    severity: 'warning',
    message: {
      zh: '文件太大，只检查了前面一部分。请人工核对其余部分。',
      en: 'The file is large, and only its beginning was checked. Look at the rest yourself.',
    },
  },
  tracked_changes: {
    severity: 'warning',
    message: {
      zh: '文件里有未接受的修订，公众能看到删去的文字和修订人的姓名。请接受或者拒绝全部修订后重新上传。',
      en: 'The file has tracked changes: the public sees what was deleted and by whom. Accept or reject them all and upload it again.',
    },
  },
  virus_found: {
    severity: 'error',
    message: {
      zh: '杀毒软件在文件中发现病毒，不能使用。请在本机查杀后重新制作。',
      en: 'The virus scanner found a virus in the file. It cannot be used.',
    },
  },
};
