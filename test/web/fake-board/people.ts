// Who writes in the fake board, and what they say: long names, right-to-left text, markup, emoji, long words.
// Every person here is invented.
import type { Platform } from "#domain/platform";

export type Person = {
  readonly name: string | null;
  readonly platform: Platform;
  readonly unit: string | null;
  readonly says: string;
};

export const PEOPLE: readonly Person[] = [
  {
    name: "Maya Okonkwo",
    platform: "spareroom",
    unit: "118 Kent Ave, 4C",
    says: "Hi! Is the room still available from 1 December? I would love to see it this week, evenings work best for me.",
  },
  {
    name: "Bartholomew Featherstonehaugh-Cholmondeley de la Fontaine",
    platform: "furnishedfinder",
    unit: "2210 Sunset Crest Boulevard, Building 7, Unit 1204 (corner, river side)",
    says: "I am a travel nurse on a 13-week contract. My agency pays directly; I have a small, very quiet parrot. Would that be a problem?",
  },
  {
    name: "نور الحداد",
    platform: "roomies",
    unit: "41-20 Queens Blvd, 2F",
    says: "مرحبا، هل الغرفة ما زالت متاحة؟ أود زيارتها يوم الخميس بعد الساعة السادسة مساءً 🙏",
  },
  {
    name: "יעל בן־דוד",
    platform: "leasebreak",
    unit: "301 E 79th St, 15A",
    says: "שלום, האם אפשר להגיע לראות את הדירה ביום ראשון? תודה!",
  },
  {
    name: "Robert'); <b>Tables</b>",
    platform: "renthop",
    unit: "77 Greene St, 3R",
    says: 'Is <img src=x onerror="alert(1)"> included? <script>alert("rent")</script> & what about &amp; utilities?',
  },
  {
    name: "Søren Ødegård 🏡✨",
    platform: "spareroom",
    unit: null,
    says: "Heyyyyy 👋😊 loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooove the place!! https://example.com/a/very/long/address/that/never/ends?with=parameters&and=more",
  },
  {
    name: null,
    platform: "furnishedfinder",
    unit: "9 Harbor Walk, Suite 2",
    says: "What is the total monthly cost including utilities and parking?",
  },
  {
    name: "Priya Raghunathan",
    platform: "renthop",
    unit: "500 W 43rd St, 22D",
    says: "Thursday at 5:30 works, see you then!",
  },
  {
    name: "Li Wei",
    platform: "leasebreak",
    unit: "160 Riverside Dr, 8B",
    says: "Thanks, but we found another place. Good luck!",
  },
  {
    name: "Tomás Echeverría",
    platform: "roomies",
    unit: "22-15 31st Ave, 1L",
    says: "Are you a bot? I'd rather talk to somebody. My current landlord says he will sue you.",
  },
  {
    name: "Grace O’Malley",
    platform: "spareroom",
    unit: "84 Bedford Ave, 2",
    says: "Sorry, something came up at work. Could we move tomorrow's viewing to Friday or Saturday morning?",
  },
  { name: "J.", platform: "roomies", unit: "63 Moore St, 5E", says: "still available?" },
];

export const SMALL_TALK: readonly (readonly ["lead" | "us", string])[] = [
  ["lead", "Hi, I saw your listing. Is it still available?"],
  ["us", "Hi! Yes, it is available from 1 December at $2,450 a month. Would you like to see it?"],
  ["lead", "Yes please! Does the building have laundry?"],
  ["us", "There is a laundry room in the basement."],
  ["lead", "And is the neighbourhood quiet at night? I work early shifts."],
  [
    "us",
    "The unit faces the courtyard. If it helps, come by in the evening and hear for yourself:\n\n• Tue 24 Nov, 18:00\n• Wed 25 Nov, 18:30\n• Thu 26 Nov, 17:30",
  ],
  ["lead", "Let me check with my partner."],
  ["lead", "Wednesday could work 🙂"],
];
