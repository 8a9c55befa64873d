// Names of players. Spanish adjectives end alike for all genders, so that each goes with each animal.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const ADJECTIVES = {
  en: words(`
    Amber Blue Brave Bright Bronze Calm Clever Coral Crimson Curious Eager Early Gentle Golden Green Happy Honest Humble Indigo Ivory
    Jolly Kind Lively Lucky Mellow Merry Nimble Noble Patient Polite Proud Quick Quiet Rapid Scarlet Silver Smart Sunny Swift Violet`),
  es: words(`
    Alegre Amable Audaz Azul Brillante Capaz Celeste Constante Cordial Elegante Fiel Firme Fuerte Genial Gentil Grande Hábil Humilde
    Jovial Leal Libre Noble Paciente Prudente Sagaz Sensible Simple Sonriente Suave Tenaz Valiente Veloz Verde Versátil Vivaz Feliz`),
} as const;

export const ANIMALS = {
  en: words(`
    Badger Bear Beaver Bison Camel Cat Cheetah Crane Crow Deer Dolphin Dove Eagle Falcon Ferret Finch Fox Frog Gazelle Giraffe Goose
    Hare Hawk Hedgehog Heron Horse Ibis Jaguar Koala Lark Leopard Lion Lizard Llama Lynx Magpie Marmot Mole Moose Newt Octopus Otter
    Owl Panda Pelican Penguin Puffin Rabbit Raven Robin Salmon Seal Sparrow Squirrel Stork Swan Tiger Toad Turtle Whale Wolf Wren Zebra`),
  es: words(`
    Abeja Águila Alce Alondra Ardilla Avestruz Ballena Bisonte Búho Caballo Camello Canario Cebra Ciervo Cigüeña Cisne Colibrí Conejo
    Cuervo Delfín Erizo Foca Gacela Gallo Garza Gato Gaviota Golondrina Gorrión Grulla Halcón Iguana Jaguar Jirafa Koala Lagarto León
    Leopardo Liebre Lince Llama Lobo Loro Mapache Mariposa Mirlo Mono Nutria Oso Paloma Panda Pato Pelícano Pingüino Rana Reno Salmón
    Tejón Tigre Topo Tortuga Venado Vicuña Zorro`),
} as const;
