import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from "@mantine/core";

// The one accent. Every other colour says something: green won, red lost or overdue, yellow today.
const iris: MantineColorsTuple = [
  "#f0f2fe",
  "#dfe3fb",
  "#bcc4f5",
  "#97a3ef",
  "#7585e8",
  "#5b6de2",
  "#4a5cd6",
  "#3f51c7",
  "#3546ad",
  "#2a3889",
];

const ink: MantineColorsTuple = [
  "#c9ccd6",
  "#b4b8c5",
  "#8f94a6",
  "#6b7084",
  "#454a5c",
  "#343846",
  "#272a35",
  "#1d1f28",
  "#17191f",
  "#101217",
];

const fontFamily = [
  "Inter",
  "-apple-system",
  "BlinkMacSystemFont",
  '"Segoe UI"',
  "Roboto",
  '"Helvetica Neue"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  "sans-serif",
].join(", ");

// What one reads is the value; the label accompanies it.
const quietLabel = {
  fontWeight: 400,
  fontSize: "var(--mantine-font-size-xs)",
  color: "var(--mantine-color-dimmed)",
};

// Options stand beside their field in the document too, so that they belong to its dialog for a screen reader.
const dropdown = {
  comboboxProps: { shadow: "md", withinPortal: false, floatingStrategy: "fixed" },
  withScrollArea: false,
} as const;

const scrollingOptions = { maxHeight: rem(260), overflowY: "auto" } as const;

export const theme = createTheme({
  primaryColor: "iris",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { iris, dark: ink },
  fontFamily,
  headings: {
    fontFamily,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: rem(20), lineHeight: "1.3" },
      h2: { fontSize: rem(16), lineHeight: "1.35" },
      h3: { fontSize: rem(14), lineHeight: "1.4" },
    },
  },
  // The type scale: 12 for what accompanies, 13 for what is read all day, 14, 16 and 20 for headings.
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  spacing: { xs: rem(6), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(3), sm: rem(5), md: rem(7), lg: rem(10), xl: rem(16) },
  defaultRadius: "sm",
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "xs" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "md" } },
    TextInput: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    NumberInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    Select: { defaultProps: { size: "xs", ...dropdown }, styles: { options: scrollingOptions } },
    MultiSelect: { defaultProps: { size: "xs", ...dropdown }, styles: { options: scrollingOptions } },
    DateInput: { defaultProps: { size: "xs" } },
    Checkbox: { defaultProps: { size: "xs" } },
    InputWrapper: { styles: { label: quietLabel } },
    Modal: {
      defaultProps: { centered: false, yOffset: "12vh", transitionProps: { duration: 0 } },
      // Room for the outline of what has the focus, below the title.
      styles: { title: { fontWeight: 600 }, body: { paddingTop: rem(3) } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 80 } }, styles: { title: { fontWeight: 600 } } },
    Menu: { defaultProps: { shadow: "md", transitionProps: { duration: 60 } } },
    Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 60 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 60 } } },
  },
});

/** The surfaces and lines that Mantine has no names for. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-dimmed": "#626778",
    "--mantine-color-placeholder": "#6f7484",
    "--mantine-color-error": "#c92a2a",
    "--t-canvas": "#f6f7f9",
    "--t-line": "#e3e5ea",
    "--t-hover": "#f1f3f7",
    "--t-selected": "#eceffd",
    "--t-strong-line": "#c8ccd6",
    "--t-badge": "#e6e8ee",
    "--t-badge-text": "#40455a",
    "--t-won": "#227334",
    "--t-lost": "#c2255c",
    "--t-overdue": "#c2255c",
    "--t-today": "#9a5b00",
  },
  dark: {
    "--mantine-color-body": "#17191f",
    "--mantine-color-dimmed": "#9ba0b2",
    "--mantine-color-placeholder": "#8f94a6",
    "--mantine-color-error": "#ff8787",
    "--t-canvas": "#101217",
    "--t-line": "#2a2d38",
    "--t-hover": "#1f222b",
    "--t-selected": "#232a4d",
    "--t-strong-line": "#434857",
    "--t-badge": "#353946",
    "--t-badge-text": "#cdd1de",
    "--t-won": "#69db7c",
    "--t-lost": "#ff8fab",
    "--t-overdue": "#ff8fab",
    "--t-today": "#ffc56b",
  },
});
