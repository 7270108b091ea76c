import type { ReactElement, ReactNode } from 'react';

export interface IconProps {
  /** Pixels; 18 unless told. */
  readonly size?: number;
}

/** One hand for all icons: 24 units, strokes of 1.7, round ends, no fill. They are decoration: the control has the name. */
function drawn(paths: ReactNode): (props: IconProps) => ReactElement {
  return function Icon({ size = 18 }: IconProps): ReactElement {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths}
      </svg>
    );
  };
}

export const LibraryPaneIcon = drawn(
  <>
    <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
    <path d="M9.5 4.5v15M6 8.5h1M6 11.5h1" />
  </>,
);
export const NotesPaneIcon = drawn(
  <>
    <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
    <path d="M14.5 4.5v15M17 8.5h1M17 11.5h1" />
  </>,
);
export const BackIcon = drawn(<path d="M19 12H5.5M11.5 5.5 5 12l6.5 6.5" />);
export const ForwardIcon = drawn(<path d="M5 12h13.5M12.5 5.5 19 12l-6.5 6.5" />);
export const SearchIcon = drawn(
  <>
    <circle cx="10.5" cy="10.5" r="6" />
    <path d="m15 15 5 5" />
  </>,
);
export const CloseIcon = drawn(<path d="m6 6 12 12M18 6 6 18" />);
export const CheckIcon = drawn(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const MoreIcon = drawn(
  <g fill="currentColor" stroke="none">
    <circle cx="5.5" cy="12" r="1.5" />
    <circle cx="12" cy="12" r="1.5" />
    <circle cx="18.5" cy="12" r="1.5" />
  </g>,
);
export const ChevronDownIcon = drawn(<path d="m6.5 9.5 5.5 5.5 5.5-5.5" />);
export const ChevronUpIcon = drawn(<path d="m6.5 14.5 5.5-5.5 5.5 5.5" />);
export const ImportIcon = drawn(
  <path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 16v2.5a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5V16" />,
);
export const ExportIcon = drawn(
  <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 16v2.5a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5V16" />,
);
export const TrashIcon = drawn(
  <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 10.5v6M13.7 10.5v6" />,
);
export const EditIcon = drawn(
  <path d="M4.5 19.5 5.6 15 16 4.6a1.6 1.6 0 0 1 2.3 0l1.1 1.1a1.6 1.6 0 0 1 0 2.3L9 18.4l-4.5 1.1ZM14 6.6 17.4 10" />,
);
export const NoteIcon = drawn(
  <path d="M5.5 4.5h13a1 1 0 0 1 1 1v9.5l-4.5 4.5H5.5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1ZM19.5 15H16a1 1 0 0 0-1 1v3.5M8 9h8M8 12.5h5" />,
);
export const CopyIcon = drawn(
  <>
    <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
    <path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2" />
  </>,
);
export const PackIcon = drawn(
  <path d="m12 3.8 7.5 4v8.4l-7.5 4-7.5-4V7.8l7.5-4ZM4.5 7.8l7.5 4 7.5-4M12 11.8v8.4M8.2 5.8l7.6 4.1" />,
);
/** A drum of years. */
export const BackupIcon = drawn(
  <path d="M12 3.8c4.2 0 7.2 1.2 7.2 2.9S16.2 9.6 12 9.6 4.8 8.4 4.8 6.7 7.8 3.8 12 3.8ZM4.8 6.7v10.6c0 1.7 3 2.9 7.2 2.9s7.2-1.2 7.2-2.9V6.7M4.8 12c0 1.7 3 2.9 7.2 2.9s7.2-1.2 7.2-2.9" />,
);
export const FolderIcon = drawn(
  <path d="M3.5 18V6.5a1 1 0 0 1 1-1h5l2 2.5h8a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1Z" />,
);
export const BookIcon = drawn(
  <path d="M12 6.5C10 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.5.2 8.5 1.7 2-1.5 5-2 8.5-1.7V4.8C17 4.5 14 5 12 6.5ZM12 6.5v13.4" />,
);
export const KeyboardIcon = drawn(
  <>
    <rect x="3" y="6" width="18" height="12" rx="2" />
    <path d="M6.5 9.5h.01M10 9.5h.01M13.5 9.5h.01M17 9.5h.01M8.5 14.5h7" />
  </>,
);
export const WarningIcon = drawn(<path d="M12 4.5 3.5 19h17L12 4.5ZM12 10.5v4M12 16.8v.01" />);
export const InfoIcon = drawn(
  <>
    <circle cx="12" cy="12" r="8.2" />
    <path d="M12 11v5M12 8v.01" />
  </>,
);
export const OutlineIcon = drawn(<path d="M4.5 6.5h12M8 12h11.5M8 17.5h8M4.5 12h.01M4.5 17.5h.01" />);
export const ClipboardIcon = drawn(
  <>
    <rect x="5" y="5.5" width="14" height="15" rx="2" />
    <path d="M9 5.5V4a.5.5 0 0 1 .5-.5h5a.5.5 0 0 1 .5.5v1.5a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1ZM12 10v6.5M9.5 14l2.5 2.5 2.5-2.5" />
  </>,
);
export const EncodingIcon = drawn(
  <path d="M4 7.5V5h12v2.5M10 5v13M7.5 18.5h5M15.5 12.5l2-2 2 2M17.5 10.5v8M19.5 16.5l-2 2-2-2" />,
);
export const ReplaceIcon = drawn(
  <path d="M5 9.5a7.5 7.5 0 0 1 13-2.2L19.5 9M19.5 4.5V9H15M19 14.5a7.5 7.5 0 0 1-13 2.2L4.5 15M4.5 19.5V15H9" />,
);
export const PlaceIcon = drawn(
  <>
    <path d="M12 20.5s6.5-5.8 6.5-10.5a6.5 6.5 0 0 0-13 0c0 4.7 6.5 10.5 6.5 10.5Z" />
    <circle cx="12" cy="10" r="2.2" />
  </>,
);
export const SortIcon = drawn(<path d="M7.5 5v13.5M4.5 15.5l3 3 3-3M13.5 6.5h6.5M13.5 11h5M13.5 15.5h3.5" />);

/** A letter on a line. */
export const CodesIcon = drawn(
  <path d="M8.2 7.6a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0ZM8.2 16.4a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0ZM11.5 7.6H21M11.5 16.4H21" />,
);
export const TableIcon = drawn(<path d="M4 5.5h16v13H4v-13ZM4 10h16M9.5 10v8.5M14.8 10v8.5" />);
export const TagIcon = drawn(<path d="M4.5 4.5h7l8 8-7 7-8-8v-7ZM8.3 8.3v.01" />);
export const UnderlineIcon = drawn(<path d="M7 4.5v6.5a5 5 0 0 0 10 0V4.5M5 20h14" />);

/** A plaster. */
export const RepairIcon = drawn(
  <>
    <path d="m5.2 13.2 8-8a4 4 0 0 1 5.6 5.6l-8 8a4 4 0 0 1-5.6-5.6ZM8.7 9.7l5.6 5.6" />
    <path d="M12 9.6v.01M14.4 12v.01M9.6 12v.01M12 14.4v.01" />
  </>,
);
/** A sheet as it came. */
export const DoubtfulIcon = drawn(
  <>
    <path d="M9 8.5a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.3-1.6 2.6M12 16.6v.1" />
    <path d="M5 20.3h14" strokeDasharray="0.1 3.4" />
  </>,
);
export const SourceLayerIcon = drawn(
  <path d="M6.5 3.8h7.5l4.5 4.5v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V4.8a1 1 0 0 1 1-1ZM13.5 4v4.8h4.8M8.8 12.5h6.4M8.8 16h6.4" />,
);
export const FilterIcon = drawn(<path d="M4 6h16M7 12h10M10 18h4" />);
export const HistoryIcon = drawn(<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4.5v4h4M12 8v4.3l3 1.9" />);
export const BookmarkIcon = drawn(<path d="M7 4.5h10v15l-5-3.6-5 3.6v-15Z" />);
/** A quotation mark over the line of its source. */
export const CiteIcon = drawn(
  <>
    <path d="M9.5 5.5c-3 1-4.5 3-4.5 6.5h4.5v-3H7M18.5 5.5c-3 1-4.5 3-4.5 6.5h4.5v-3H16" />
    <path d="M5 18.5h14" />
  </>,
);
/** The same as Markdown: an M over the line of its source. */
