/** 256 short nouns that sound unlike one another, one per byte. The order is part of every printed poster: never change it. */
export const fingerprintWordsEn = `
acorn actor almond amber anchor ankle apple apron
arch arrow atlas autumn axle badge bagel baker
bamboo banjo barn basil basket beach beaver bell
berry birch blanket boat bonnet book bottle bowl
branch bread breeze bridge broom bucket bugle butter
button cabin cactus camel canoe canvas carpet carrot
castle cedar cello chair chalk cherry chess chimney
cinema circle clay clover coconut collar comet compass
copper coral cotton cousin cradle crane crayon cricket
crystal cup cushion daisy dawn desert diamond dolphin
donkey door drum duck eagle echo elbow engine
evening fabric falcon feather fence fern fiddle field
finger flute forest fox galaxy garden garlic gate
ginger giraffe glove goose grape guitar hammer harbor
harp hazel hedge helmet heron hill hive honey
horse igloo ink iris island ivory jacket jaguar
jar jasmine jelly jewel jigsaw juice jungle kayak
kettle kitchen kite kiwi koala ladder lagoon lake
lantern lark lemon lily linen lion lobster lotus
magnet mango maple marble market meadow melon mint
mirror mitten moon mosaic mountain mouse museum napkin
needle nest noodle north nutmeg oak oasis ocean
olive onion opal orange orchid otter oven oyster
paddle palace panda paper parrot peanut pebble pencil
penguin pepper piano pigeon pillow planet plum pocket
pond poppy porch potato pumpkin puzzle quilt rabbit
radio raft rainbow raven ribbon rice river robin
rose ruby saddle sailor salmon sandal scarf school
shadow sheep shelf silver sofa sparrow spice spoon
squirrel stable statue summer swan teapot thimble tiger
tomato tower train tulip tunnel turtle umbrella uncle
valley vanilla velvet village violin waffle wagon walnut
`
  .trim()
  .split(/\s+/);
