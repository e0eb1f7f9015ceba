#pragma once
// The units as data. Factors are exact by definition (SI brochure, 9th edition; NIST SP 811,
// appendix B; IEC 80000-13 for data). Bases: metre, gram, litre, square metre, joule, watt, byte,
// byte a second, hertz, pascal, newton, volt, ampere, kelvin, flop a second. What has no agreed
// factor (a cup, a barrel of something else than oil) takes the customary US one.

#include <string_view>

namespace atodds {

enum class Prefixes { None, Large, All };

struct UnitRow {
    std::string_view symbol;
    std::string_view names;    ///< singular names, blank separated, the first is the main one
    std::string_view symbols;  ///< further symbols
    std::string_view dimension;
    std::string_view factor;
    Prefixes prefixes = Prefixes::None;
    bool is_everyday_noun = false;
    std::string_view offset = "0";
};

struct PrefixRow {
    std::string_view symbol;
    std::string_view name;
    std::string_view factor;
    bool is_binary_or_large = false;  ///< usual with units of data and power
};

struct PhraseRow {
    std::string_view phrase;  ///< singular
    std::string_view symbol;
};

struct TimeRow {
    std::string_view symbol;
    std::string_view name;
    std::string_view alias;
    std::string_view seconds;
    bool is_usual = true;  ///< false: the rate is named in full ("meter per millisecond")
};

inline constexpr PrefixRow kPrefixRows[] = {
    {"k", "kilo", "1e3", true},   {"M", "mega", "1e6", true},   {"G", "giga", "1e9", true},
    {"T", "tera", "1e12", true},  {"P", "peta", "1e15", true},  {"E", "exa", "1e18", true},
    {"Z", "zetta", "1e21", true}, {"Y", "yotta", "1e24", true}, {"h", "hecto", "100"},
    {"da", "deca", "10"},         {"d", "deci", "0.1"},         {"c", "centi", "0.01"},
    {"m", "milli", "0.001"},      {"u", "micro", "1e-6"},       {"n", "nano", "1e-9"},
    {"p", "pico", "1e-12"},       {"f", "femto", "1e-15"},      {"a", "atto", "1e-18"},
};

inline constexpr UnitRow kUnitRows[] = {
    // Length. "metre" stands second so that rates are named with "meter".
    {"m", "meter metre", "", "length", "1", Prefixes::All},
    {"km", "km", "kms Km KM", "length", "1000"},
    {"cm", "cm", "cms", "length", "0.01"},
    {"in", "inch inche", "", "length", "0.0254"},
    {"ft", "foot feet", "ft", "length", "0.3048", Prefixes::None, true},
    {"yd", "yard yd", "yds", "length", "0.9144", Prefixes::None, true},
    {"mi", "mile", "mi", "length", "1609.344"},
    {"nmi", "nmi", "", "length", "1852"},
    {"micron", "micron", "", "length", "1e-6"},
    {"angstrom", "angstrom", "\xC3\x85", "length", "1e-10"},
    {"ly", "lightyear", "", "length", "9460730472580800"},
    {"au", "au", "AU", "length", "149597870700"},
    {"pc", "parsec", "", "length", "30856775814913700"},
    {"furlong", "furlong", "", "length", "201.168"},
    {"fathom", "fathom", "", "length", "1.8288"},
    // Mass.
    {"kg", "kilo kg", "kgs Kg KG", "mass", "1000"},
    {"g", "gram gramme", "gs gm", "mass", "1", Prefixes::All},
    {"ug", "mcg", "", "mass", "1e-6"},
    {"t", "tonne", "t", "mass", "1e6"},
    {"kt", "kilotonne kiloton", "", "mass", "1e9"},
    {"Mt", "megatonne megaton", "", "mass", "1e12"},
    {"Gt", "gigatonne gigaton", "", "mass", "1e15"},
    {"ton", "ton", "", "mass", "907184.74"},
    {"long ton", "longton", "", "mass", "1016046.9088"},
    {"lb", "lb pound", "lbs Lbs", "mass", "453.59237"},
    {"oz", "ounce oz", "", "mass", "28.349523125"},
    {"oz t", "troyounce", "", "mass", "31.1034768"},
    {"stone", "stone", "", "mass", "6350.29318", Prefixes::None, true},
    {"ct", "carat karat", "", "mass", "0.2"},
    // Volume, in litres.
    {"L", "liter litre", "l ltr", "volume", "1", Prefixes::All},
    {"mL", "ml", "mls", "volume", "0.001"},
    {"gal", "gallon gal", "gals", "volume", "3.785411784"},
    {"qt", "quart", "qt qts", "volume", "0.946352946"},
    {"pt", "pint", "", "volume", "0.473176473"},
    {"cup", "cup", "", "volume", "0.2365882365", Prefixes::None, true},
    {"tbsp", "tablespoon tbsp", "", "volume", "0.01478676478125"},
    {"tsp", "teaspoon tsp", "", "volume", "0.00492892159375"},
    {"fl oz", "floz", "", "volume", "0.0295735295625"},
    {"bbl", "barrel bbl", "bbls", "volume", "158.987294928"},
    {"bushel", "bushel", "", "volume", "35.23907016688"},
    {"cm3", "cc", "", "volume", "0.001"},
    // Area, in square metres.
    {"ha", "hectare", "ha", "area", "10000"},
    {"acre", "acre", "", "area", "4046.8564224"},
    {"mu", "mu", "", "area", "666.66666666666667", Prefixes::None, true},
    // Speed, in metres a second.
    {"mph", "mph", "", "speed", "0.44704"},
    {"km/h", "kph kmh", "", "speed", "0.27777777777777778"},
    {"kn", "knot", "kts", "speed", "0.51444444444444444", Prefixes::None, true},
    {"Mach", "mach", "", "speed", "343"},
    // Energy, in joules, and power, in watts.
    {"J", "joule", "", "energy", "1", Prefixes::All},
    {"Wh", "watthour", "wh", "energy", "3600", Prefixes::Large},
    {"kWh", "kwh", "KWh KWH", "energy", "3600000"},
    {"cal", "calorie", "", "energy", "4.184"},
    {"kcal", "kilocalorie kcal", "", "energy", "4184"},
    {"BTU", "btu", "BTU Btu", "energy", "1055.05585262"},
    {"eV", "electronvolt", "", "energy", "1.602176634e-19", Prefixes::All},
    {"therm", "therm", "", "energy", "105505585.262"},
    {"W", "watt", "", "power", "1", Prefixes::All},
    {"Wp", "wattpeak", "", "power", "1", Prefixes::Large},
    {"hp", "horsepower hp", "bhp", "power", "745.69987158227022"},
    // Data, in bytes, and data rates, in bytes a second.
    {"bit", "bit", "", "data", "0.125", Prefixes::Large, true},
    {"B", "byte", "", "data", "1", Prefixes::Large},
    {"kB", "kb", "KB", "data", "1000"},
    {"KiB", "kibibyte", "", "data", "1024"},
    {"MiB", "mebibyte", "", "data", "1048576"},
    {"GiB", "gibibyte", "", "data", "1073741824"},
    {"TiB", "tebibyte", "", "data", "1099511627776"},
    {"Mbit", "mbit", "mb Mb", "data", "125000"},
    {"GB", "gb", "", "data", "1e9"},
    {"TB", "tb", "", "data", "1e12"},
    {"kbit/s", "kbps", "", "data-rate", "125"},
    {"Mbit/s", "mbps", "", "data-rate", "125000"},
    {"Gbit/s", "gbps", "", "data-rate", "125000000"},
    {"Tbit/s", "tbps", "", "data-rate", "125000000000"},
    {"MB/s", "mbyteps", "MBps", "data-rate", "1e6"},
    {"GB/s", "gbyteps", "GBps", "data-rate", "1e9"},
    {"TB/s", "tbyteps", "TBps", "data-rate", "1e12"},
    // Computing.
    {"FLOPS", "flops", "FLOPs", "compute", "1", Prefixes::Large},
    {"kFLOPS", "kiloflop", "", "compute", "1e3"},
    {"MFLOPS", "megaflop", "", "compute", "1e6"},
    {"GFLOPS", "gigaflop", "Gflops", "compute", "1e9"},
    {"TFLOPS", "teraflop tflop", "Tflops", "compute", "1e12"},
    {"PFLOPS", "petaflop pflop", "Pflops", "compute", "1e15"},
    {"EFLOPS", "exaflop", "", "compute", "1e18"},
    {"TOPS", "tops", "TOPS", "compute-ops", "1", Prefixes::None, true},
    {"px", "pixel", "", "resolution", "1"},
    {"MP", "megapixel", "", "resolution", "1e6"},
    // Frequency, electricity, pressure, force, angle, sound.
    {"Hz", "hertz hz", "", "frequency", "1", Prefixes::All},
    {"GHz", "ghz", "Ghz", "frequency", "1e9"},
    {"MHz", "mhz", "Mhz", "frequency", "1e6"},
    {"rpm", "rpm", "", "frequency", "0.016666666666666667"},
    {"V", "volt", "", "voltage", "1", Prefixes::All},
    {"A", "ampere amp", "", "current", "1", Prefixes::All},
    {"Ah", "amperehour", "", "charge", "3600", Prefixes::All},
    {"ohm", "ohm", "\xCE\xA9 \xE2\x84\xA6", "resistance", "1", Prefixes::All},
    {"F_", "farad", "", "capacitance", "1", Prefixes::All},
    {"Pa", "pascal", "", "pressure", "1", Prefixes::All},
    {"bar", "bar", "", "pressure", "100000", Prefixes::None, true},
    {"mbar", "millibar", "", "pressure", "100"},
    {"psi", "psi", "", "pressure", "6894.7572931683613"},
    {"atm", "atmosphere", "", "pressure", "101325", Prefixes::None, true},
    {"mmHg", "mmhg", "", "pressure", "133.322387415"},
    {"N", "newton", "", "force", "1", Prefixes::All},
    {"ft lb", "ftlb", "", "torque", "1.3558179483314004"},
    {"Nm", "newtonmetre newtonmeter", "", "torque", "1"},
    {"dB", "decibel db", "", "sound-level", "1"},
    {"deg", "degree deg", "", "angle", "1", Prefixes::None, true},
    {"radian", "radian", "rad", "angle", "57.295779513082321"},
    {"turn", "turn", "", "angle", "360", Prefixes::None, true},
    {"C", "celsius centigrade", "", "temperature", "1", Prefixes::None, false, "273.15"},
    {"F", "fahrenheit", "", "temperature", "0.55555555555555556", Prefixes::None, false, "459.67"},
    {"K", "kelvin", "", "temperature", "1"},
    {"mol", "mole", "", "amount", "1", Prefixes::None, true},
    {"Sv", "sievert", "", "dose", "1", Prefixes::All},
    {"Bq", "becquerel", "", "activity", "1", Prefixes::All},
    {"lm", "lumen", "", "luminous-flux", "1"},
};

inline constexpr PhraseRow kPhraseRows[] = {
    {"metric ton", "t"},
    {"metric tonne", "t"},
    {"short ton", "ton"},
    {"us ton", "ton"},
    {"long ton", "long ton"},
    {"troy ounce", "oz t"},
    {"fluid ounce", "fl oz"},
    {"fl oz", "fl oz"},
    {"nautical mile", "nmi"},
    {"light year", "ly"},
    {"astronomical unit", "au"},
    {"british thermal unit", "BTU"},
    {"foot pound", "ft lb"},
    {"ft lb", "ft lb"},
    {"pound foot", "ft lb"},
    {"newton meter", "Nm"},
    {"newton metre", "Nm"},
    {"watt hour", "Wh"},
    {"kilowatt hour", "kWh"},
    {"megawatt hour", "MWh"},
    {"gigawatt hour", "GWh"},
    {"terawatt hour", "TWh"},
    {"kw h", "kWh"},
    {"mw h", "MWh"},
    {"gw h", "GWh"},
    {"amp hour", "Ah"},
    {"milliamp hour", "mAh"},
    {"electron volt", "eV"},
    {"horse power", "hp"},
    {"table spoon", "tbsp"},
    {"tea spoon", "tsp"},
};

inline constexpr TimeRow kTimeRows[] = {
    {"s", "second", "sec", "1"},
    {"min", "minute", "", "60"},
    {"h", "hour", "hr", "3600"},
    {"d", "day", "", "86400"},
    {"wk", "week", "", "604800", false},
    {"month", "month", "", "2592000", false},
    {"yr", "year", "annum", "31536000", false},
    {"ms", "millisecond", "", "0.001", false},
    {"us", "microsecond", "", "1e-6", false},
    {"ns", "nanosecond", "", "1e-9", false},
};

}  // namespace atodds
